import { type Role } from '../model.js';

/*
 * Who does what, after 001_6c3f9123756a8f34.txt, Bijlage II, p. 36-38. The coordinator and the projectcoordinator steer
 * the whole; the others join in the steps where that table gives them a part.
 */

/** Steer the partnership and may take nearly every step. */
const STEERING = ['coordinator', 'projectcoordinator'] as const satisfies readonly Role[];

/** Steering, and the board: decisions about the partnership as a whole. */
export const BOARD: readonly Role[] = [...STEERING, 'bestuurder'];

/** Steering, HR and procurement: goals, plan and target group. */
export const WORKING_GROUP: readonly Role[] = [...STEERING, 'hrExpert', 'inkoopexpert'];

/** Everybody in the working group: whoever works on a step may add to its record. */
export const ALL_MEMBERS: readonly Role[] = [
  ...WORKING_GROUP,
  'categoriemanager',
  'contractmanager',
  'interneOpdrachtgever',
];

/** Steering and procurement: tenders. */
export const PROCUREMENT: readonly Role[] = [...STEERING, 'inkoopexpert', 'categoriemanager'];

/** Procurement and those who manage the contract: choice of contractor, award, changes of contract. */
export const CONTRACTING: readonly Role[] = [...PROCUREMENT, 'contractmanager'];

/** Contracting and HR: conversations with the opdrachtnemer and what follows from them. */
export const CONVERSATION: readonly Role[] = [...CONTRACTING, 'hrExpert'];

/** Conversation and the internal client, whose department makes room for the jobs. */
export const REALISATION: readonly Role[] = [...CONVERSATION, 'interneOpdrachtgever'];

/** Those who follow results, and the opdrachtnemer who reports them. */
export const REPORTING: readonly Role[] = [...CONVERSATION, 'opdrachtnemer'];

/** Steering, HR, procurement and board: policy and its anchoring. */
export const ANCHORING: readonly Role[] = [...WORKING_GROUP, 'bestuurder'];

/** Steering, and whoever manages the contract: its end. */
export const CLOSING: readonly Role[] = [...STEERING, 'contractmanager'];

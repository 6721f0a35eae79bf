import { type SharedEvent } from './catalogue.js';
import { fixed } from './fields.js';
import { BOARD } from './roles.js';
import { decision } from './terms.js';

const outcome = (value: string) => fixed('Uitkomst', 'Outcome', value);

/**
 * The three things a competent body can do with a proposal. A postponement is kept apart from the decision itself, so
 * that its date never passes for the date of the decision.
 */
export const DECISION_EVENTS = {
  principebesluitNemen: {
    title: { nl: 'Principebesluit nemen', en: 'Take the decision in principle' },
    roles: BOARD,
    completes: true,
    fields: { uitkomst: outcome('genomen') },
    keeps: { record: 'principebesluit' },
  },
  principebesluitAfwijzen: {
    title: { nl: 'Principebesluit afwijzen', en: 'Reject the decision in principle' },
    roles: BOARD,
    completes: false,
    fields: { ...decision, uitkomst: outcome('afgewezen') },
    keeps: { record: 'principebesluit' },
  },
  principebesluitUitstellen: {
    title: { nl: 'Principebesluit uitstellen', en: 'Postpone the decision in principle' },
    roles: BOARD,
    completes: false,
    fields: { ...decision, uitkomst: outcome('uitgesteld') },
    keeps: { record: 'principebesluit', series: 'uitstellingen' },
  },
} satisfies Readonly<Record<string, SharedEvent>>;

import { MIGRATION_EVENT } from './apply.js';
import { type OutboxMessage, type Partnership } from './model.js';

type Recipients = (partnership: Partnership) => readonly (string | undefined)[];

const both: Recipients = ({ coordinator, backup }) => [coordinator, backup];

/** Who must be told of which event. */
const TOLD: Readonly<Record<string, { topic: OutboxMessage['topic']; to: Recipients }>> = {
  coordinatorOverdragen: { topic: 'coordinatorOvergedragen', to: both },
  opschorten: { topic: 'partnerschapOpgeschort', to: both },
  hervatten: { topic: 'partnerschapHervat', to: both },
  beeindigen: { topic: 'partnerschapBeeindigd', to: both },
  [MIGRATION_EVENT]: { topic: 'regelpakketGewisseld', to: both },
};

/** The messages that go with an event: one per recipient that is known. */
export function messages(event: string, after: Partnership): OutboxMessage[] {
  const told = TOLD[event];
  if (!told) return [];
  const recipients = told.to(after).filter((name): name is string => name !== undefined);
  return [...new Set(recipients)].map((recipient) => ({ topic: told.topic, recipient }));
}

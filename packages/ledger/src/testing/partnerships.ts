import { plannedTimers, ROLES, sampleData, type Actor, type ContractFacts, type Timer } from '@samenwerkt/engine';
import { type Ledger } from '../ledger.js';
import { type Receipt, type StartPartnership, type TransitionCommand } from '../writer/commands.js';
import { HERE } from './workbench.js';

export const LIFECYCLE = 'stappenplan-2019';

/** Somebody who may do everything. */
export const ACTOR: Actor = { id: 'wie alles mag', roles: ROLES };

/** Steps from the first state to monitoring, in order. */
export const TO_MONITORING = [
  'principebesluitNemen',
  'voorbereidingAfronden',
  'opdrachtnemerKiezen',
  'bereidheidVastleggen',
  'actieplanVaststellen',
  'eersteBaanRealiseren',
  'borgingVaststellen',
];

export function facts(over: Partial<ContractFacts> = {}): ContractFacts {
  return {
    kenmerk: 'SCH-1',
    titel: 'Schoonmaak',
    categorie: 'Schoonmaak',
    soort: 'dienst',
    waarde: '480000.00',
    ...over,
  };
}

export function beginning(over: Partial<StartPartnership> = {}): StartPartnership {
  return { organisation: HERE, actor: ACTOR, lifecycle: LIFECYCLE, pack: 'mini', contract: facts(), ...over };
}

/** A command with the sample data of its event. */
export function step(partnership: string, event: string, over: Partial<TransitionCommand> = {}): TransitionCommand {
  return {
    organisation: HERE,
    actor: ACTOR,
    partnership,
    event,
    data: over.data ?? sampleData(LIFECYCLE, event),
    ...over,
  };
}

/** An event that is possible everywhere and leaves the position as it is. */
export function handOver(partnership: string, over: Partial<TransitionCommand> = {}): TransitionCommand {
  return step(partnership, 'coordinatorOverdragen', over);
}

/** Starts a partnership and takes it through steps; answers with the last receipt. */
export async function walked(ledger: Ledger, events: readonly string[] = [], over = {}): Promise<Receipt> {
  let receipt = await ledger.writer.start(beginning(over));
  for (const event of events) receipt = await ledger.writer.submit(step(receipt.partnership, event));
  return receipt;
}

/** The timers that the engine plans for a partnership as it stands, earliest first. */
export async function planned(ledger: Ledger, id: string): Promise<Timer[]> {
  const { partnership } = await ledger.partnerships.get(HERE, id);
  const timers = plannedTimers(partnership, await ledger.shelf.policy(HERE, partnership.pack));
  return timers.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

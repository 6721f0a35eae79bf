import { lifecycles, sampleData, type Role } from '@samenwerkt/lifecycle';
import { decide } from '../decide.js';
import {
  type Acceptance,
  type Actor,
  type Command,
  type ContractFacts,
  type Decision,
  type Partnership,
  type Reason,
  type RecordedEvent,
  type Refusal,
} from '../model.js';
import { type Policy } from '../policy.js';
import { start } from '../start.js';
import { permissive } from './packs.js';

type Data = Command['data'];

/** An event with its sample data, with other data, or with other data at another moment. */
export type Told = string | readonly [event: string, instead: Data, at?: string];

/** Moment at which things happen when a test says nothing else. */
export const NOW = '2024-03-04T09:00:00.000Z';

/** May fire every event of both lifecycles. */
export const coordinator: Actor = { id: 'coordinator-1', roles: ['coordinator'] };

export function actorWith(...roles: readonly Role[]): Actor {
  return { id: 'iemand', roles };
}

/** A contract of thirty-six months. */
export const contract: ContractFacts = {
  kenmerk: 'SCH-2024-001',
  titel: 'Schoonmaak hoofdlocatie',
  categorie: 'Schoonmaak',
  soort: 'dienst',
  waarde: '1440000.00',
  loonsom: '900000.00',
  start: '2024-01-01',
  einde: '2026-12-31',
};

/** What a test says about the partnership it begins with; the rest does not matter to it. */
export interface Beginning {
  readonly lifecycle?: string;
  readonly policy?: Policy;
  readonly contract?: ContractFacts;
  readonly at?: string;
}

/** The acceptance with which a partnership begins. */
export function startOf(beginning: Beginning = {}): Acceptance {
  const { lifecycle = 'stappenplan-2020', policy = permissive, at = NOW } = beginning;
  const command = {
    id: '01890000-0000-7000-8000-000000000001',
    organisation: '01890000-0000-7000-8000-000000000002',
    lifecycle,
    contract: beginning.contract ?? contract,
  };
  return start(command, policy, coordinator, at);
}

export function begun(beginning: Beginning = {}): Partnership {
  return startOf(beginning).next;
}

/**
 * Its sample data, which is complete, with other fields in their place. What is added to the dossier is given whole: the
 * sample of that is about the first step only.
 */
export function sample(partnership: Partnership, event: string, instead: Data = {}): Data {
  if (event === 'dossierAanvullen' && Object.keys(instead).length > 0) return instead;
  return { ...sampleData(partnership.lifecycle.id, event), ...instead };
}

/** What the coordinator hears on an event with exactly this data. */
export function tryEvent(
  partnership: Partnership,
  event: string,
  data: Data,
  { policy = permissive, actor = coordinator, at = NOW }: { policy?: Policy; actor?: Actor; at?: string } = {},
): Decision {
  return decide(partnership, policy, { event, data }, actor, at);
}

/** The acceptances of one event after another, each of which must be accepted. */
export function acceptances(from: Partnership, told: readonly Told[], policy: Policy = permissive): Acceptance[] {
  let partnership = from;
  return told.map((one) => {
    const [event, instead, at]: readonly [string, Data, string?] = typeof one === 'string' ? [one, {}] : one;
    const decision = tryEvent(partnership, event, sample(partnership, event, instead), { policy, at: at ?? NOW });
    partnership = accepted(decision).next;
    return accepted(decision);
  });
}

/** The partnership after those events. */
export function after(from: Partnership, told: readonly Told[], policy: Policy = permissive): Partnership {
  return acceptances(from, told, policy).at(-1)?.next ?? from;
}

/** A history of one partnership: its start and those events. */
export function historyOf(told: readonly Told[], beginning: Beginning = {}): RecordedEvent[] {
  const first = startOf(beginning);
  return [first, ...acceptances(first.next, told, beginning.policy)].map(({ event }) => event);
}

/** Events that lead from the start to the step where monitoring begins. */
export const TO_MONITORING: Readonly<Record<string, readonly Told[]>> = {
  'stappenplan-2020': [
    'principebesluitNemen',
    'werkgroepInstellen',
    'doelstellingenVaststellen',
    'actieplanVaststellen',
    ['routeKiezen', { route: 'bestaandeOvereenkomst' }],
    'opdrachtnemerKiezen',
    'bereidheidVastleggen',
    'banenInKaartBrengen',
    'besluitVastleggen',
    'eersteBaanRealiseren',
  ],
  'stappenplan-2019': [
    'principebesluitNemen',
    'voorbereidingAfronden',
    'opdrachtnemerKiezen',
    'bereidheidVastleggen',
    'actieplanVaststellen',
    'eersteBaanRealiseren',
    'borgingVaststellen',
  ],
};

export const LIFECYCLES = [...lifecycles.keys()];

/** @throws Error that shows the refusal */
export function accepted(decision: Decision): Acceptance {
  if (decision.outcome === 'accepted') return decision;
  throw new Error(`refused: ${JSON.stringify(decision, undefined, 2)}`);
}

/** @throws Error that shows what was accepted */
export function refused(decision: Decision): Refusal {
  if (decision.outcome === 'refused') return decision;
  throw new Error(`accepted: ${JSON.stringify(decision.event)}`);
}

export function ids(reasons: readonly Pick<Reason, 'id'>[]): string[] {
  return reasons.map(({ id }) => id);
}

/** The same value through text, as a store would give it back. */
export function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The same value, in which nothing at any depth can be changed. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach((part: unknown) => frozen(part));
  }
  return value;
}

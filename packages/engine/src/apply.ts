import { canonicalJson, lifecycles, type EventInfo, type Lifecycle, type Position } from '@samenwerkt/lifecycle';
import { keep } from './dossier.js';
import { HistoryUnplayable, LifecycleMismatch } from './errors.js';
import { type ContractFacts, type LifecycleRef, type Partnership, type RecordedEvent } from './model.js';

/** The event every history begins with; it belongs to the engine, not to a lifecycle. */
export const START_EVENT = 'partnerschapStarten';

/** The event that puts on record that a broken chain was seen and accepted; it changes nothing else. */
export const SEAL_EVENT = 'ketenHersteld';

/** The event that moves a partnership to another version of its pack, or to another pack; it changes nothing else. */
export const MIGRATION_EVENT = 'regelpakketWisselen';

/** Data of the start event. */
interface StartData {
  readonly id: string;
  readonly organisation: string;
  readonly contract: ContractFacts;
}

/** What of a partnership an event can set directly. */
type Settable = Pick<Partnership, 'contract' | 'opdrachtnemer' | 'coordinator' | 'backup'>;

/**
 * The lifecycle a partnership runs on.
 * @throws LifecycleMismatch when this program has another definition than the partnership was recorded with
 */
export function lifecycleOf(ref: LifecycleRef): Lifecycle {
  const found = lifecycles.get(ref.id);
  if (!found || found.hash !== ref.hash) throw new LifecycleMismatch(ref.id, ref.hash, found?.hash);
  return found;
}

/** Where the partnership stands, as its lifecycle reads it. */
export function positionOf({ states, done, position }: Partnership): Position {
  return { states, done, persisted: position };
}

/**
 * The partnership after one more event of its history: the one function by which it changes, live and in replay.
 * @throws HistoryUnplayable when the event is not possible where it stands
 */
export function apply(partnership: Partnership | undefined, event: RecordedEvent): Partnership {
  if (!partnership) return begin(event);
  if (event.sequence !== partnership.version + 1) throw outOfOrder(partnership, event);
  if (event.event === SEAL_EVENT) return { ...partnership, version: event.sequence };
  if (event.event === MIGRATION_EVENT) return onOtherPack(partnership, event);
  const lifecycle = lifecycleOf(partnership.lifecycle);
  const info = lifecycle.events.get(event.event);
  const position = lifecycle.move(positionOf(partnership), event.event, event.data);
  if (!info || !position) throw impossible(partnership, event);
  return advance(partnership, info, position, event);
}

/** The partnership after an event whose next position is known already. */
export function advance(
  partnership: Partnership,
  info: EventInfo,
  position: Position,
  event: RecordedEvent,
): Partnership {
  const dossier = keep(partnership.dossier, info, event.data, event.semantics);
  return {
    ...partnership,
    ...settings(partnership, info, info.completes ? { ...dossier[info.keeps.record], ...event.data } : event.data),
    pack: event.pack,
    version: event.sequence,
    position: position.persisted,
    states: position.states,
    since: since(partnership, position, event.at),
    done: position.done,
    dossier,
  };
}

function begin(event: RecordedEvent): Partnership {
  if (event.event !== START_EVENT || event.sequence !== 1) {
    throw new HistoryUnplayable(event.sequence, {
      nl: `een geschiedenis begint met ${START_EVENT}, niet met ${event.event}`,
      en: `a history begins with ${START_EVENT}, not with ${event.event}`,
    });
  }
  const { id, organisation, contract } = event.data as unknown as StartData;
  const position = lifecycleOf(event.lifecycle).start();
  return {
    id,
    organisation,
    lifecycle: event.lifecycle,
    pack: event.pack,
    version: 1,
    startedAt: event.at,
    position: position.persisted,
    states: position.states,
    since: Object.fromEntries(position.states.map((state) => [state, event.at])),
    done: position.done,
    contract,
    dossier: {},
  };
}

/** Only which pack judges from here on changes: position, terms and dossier stay, and so does all that was recorded. */
function onOtherPack(partnership: Partnership, event: RecordedEvent): Partnership {
  const { van, naar } = event.data;
  if (canonicalJson([van, naar]) !== canonicalJson([partnership.pack, event.pack]))
    throw new HistoryUnplayable(event.sequence, {
      nl: `${event.event} noemt een ander regelpakket dan dat waaronder is vastgelegd`,
      en: `${event.event} names another rule pack than the one it was recorded under`,
    });
  return { ...partnership, pack: event.pack, version: event.sequence };
}

function since(before: Partnership, position: Position, at: string): Partnership['since'] {
  return Object.fromEntries(position.states.map((state) => [state, before.since[state] ?? at]));
}

/** What the event sets: from its own data, or from the record it completes when that was filled in before. */
function settings(before: Settable, { sets }: EventInfo, data: RecordedEvent['data']): Partial<Settable> {
  if (!sets) return {};
  const given = Object.entries(sets).filter(([, field]) => field !== undefined && data[field] !== undefined);
  const ofContract = given.filter(([path]) => path.startsWith('contract.'));
  const own = given.filter(([path]) => !path.startsWith('contract.'));
  const values = (entries: typeof given) =>
    Object.fromEntries(entries.map(([path, field]) => [path.replace('contract.', ''), data[field]]));
  return {
    ...values(own),
    ...(ofContract.length > 0 ? { contract: { ...before.contract, ...values(ofContract) } } : {}),
  };
}

function outOfOrder(partnership: Partnership, event: RecordedEvent): HistoryUnplayable {
  return new HistoryUnplayable(event.sequence, {
    nl: `na gebeurtenis ${partnership.version} hoort ${partnership.version + 1} te komen`,
    en: `event ${partnership.version} must be followed by ${partnership.version + 1}`,
  });
}

function impossible(partnership: Partnership, event: RecordedEvent): HistoryUnplayable {
  const where = partnership.states.join(', ');
  return new HistoryUnplayable(event.sequence, {
    nl: `${event.event} is niet mogelijk in ${where}`,
    en: `${event.event} is not possible in ${where}`,
  });
}

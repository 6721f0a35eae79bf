import { lifecycle as lifecycleWith, sampleData } from '@samenwerkt/lifecycle';
import fc from 'fast-check';
import { addMonths } from '@samenwerkt/calendar';
import { type Actor, type Command, type Partnership, type RecordedEvent } from '../model.js';
import { possible } from '../refusals.js';
import { variants } from './explored.js';
import { actorWith, begun, coordinator, startOf, tryEvent } from './partnerships.js';

/** One try of a random walk; the numbers choose from what there is to choose where the walk stands. */
export interface Try {
  readonly kind: 'onward' | 'meanwhile' | 'ending' | 'anything' | 'addition' | 'nothing' | 'wrong' | 'noRole';
  readonly which: number;
  readonly variant: number;
}

const choice = fc.nat({ max: 9_999 });

/** Mostly steps onward, so that a walk gets far; seldom an event that can end it. */
export const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.record({
    kind: fc.oneof(
      { weight: 50, arbitrary: fc.constant<Try['kind']>('onward') },
      { weight: 12, arbitrary: fc.constant<Try['kind']>('meanwhile') },
      { weight: 10, arbitrary: fc.constant<Try['kind']>('addition') },
      { weight: 1, arbitrary: fc.constant<Try['kind']>('ending') },
      { weight: 12, arbitrary: fc.constantFrom<Try['kind']>('anything', 'nothing', 'wrong', 'noRole') },
    ),
    which: choice,
    variant: choice,
  }),
  { minLength: 10, maxLength: 40, size: 'max' },
);

/** Events that can end a partnership, or are of no use but for that. */
const ENDINGS = ['principebesluitAfwijzen', 'nietGunnen', 'afscheidNemen', 'routeStaken', 'beeindigen', 'afronden'];
/** Events that do not lead to another step. */
const MEANWHILE = ['opschorten', 'hervatten', 'coordinatorOverdragen', 'principebesluitUitstellen'];

interface Asked {
  readonly command: Command;
  readonly actor: Actor;
}

function pick<T>(from: readonly T[], which: number): T | undefined {
  return from[which % Math.max(from.length, 1)];
}

/** What a try comes down to where the partnership stands. */
export function asked(partnership: Partnership, { kind, which, variant }: Try): Asked {
  const { events } = lifecycleWith(partnership.lifecycle.id);
  if (kind === 'addition') return { command: addition(partnership, which, variant), actor: coordinator };
  const info = events.get(pick(candidates(partnership, kind), which) ?? pick([...events.keys()], which) ?? '');
  if (!info) throw new Error('the lifecycle has no events');
  const data = kind === 'nothing' ? {} : (pick(variants(partnership, info), variant) ?? {});
  return {
    command: { event: info.id, data: kind === 'wrong' ? { ...data, bestaatNiet: 'x' } : data },
    actor: kind === 'noRole' ? actorWith() : coordinator,
  };
}

/** Ids of the events that a kind of try chooses from; with none of them, the try is any event at all. */
function candidates(partnership: Partnership, kind: Try['kind']): string[] {
  if (kind === 'anything') return [];
  const here = possible(lifecycleWith(partnership.lifecycle.id), partnership);
  const among: Readonly<Partial<Record<Try['kind'], (id: string) => boolean>>> = {
    onward: (id) => !ENDINGS.includes(id) && !MEANWHILE.includes(id) && id !== 'dossierAanvullen',
    meanwhile: (id) => MEANWHILE.includes(id),
    ending: (id) => ENDINGS.includes(id),
  };
  return here.filter(among[kind] ?? (() => true));
}

/** Part of the record of an active state, taken from the sample data of the event that completes it. */
function addition(partnership: Partnership, which: number, variant: number): Command {
  const { states, events } = lifecycleWith(partnership.lifecycle.id);
  const parts = partnership.states.flatMap((id) => {
    const record = states.get(id)?.record;
    const completing = [...events.values()].find(({ completes, keeps }) => completes && keeps.record === record?.key);
    if (!record || !completing) return [];
    const given = Object.entries(sampleData(partnership.lifecycle.id, completing.id));
    const chosen = given.filter(([name], index) => name in record.fields && ((variant >> (index % 13)) & 1) === 1);
    return [[record.key, Object.fromEntries(chosen)] as const];
  });
  const kept = parts.length > 1 && which % 2 === 0 ? parts.slice(0, 1) : parts;
  return { event: 'dossierAanvullen', data: Object.fromEntries(kept) };
}

/** What a walk leaves behind, with what has to be checked at every step. */
export interface Walk {
  readonly history: readonly RecordedEvent[];
  readonly end: Partnership;
  readonly refusals: number;
}

/**
 * Walks: each accepted try becomes an event of the history. Between every two steps the snapshot is handed to `store`,
 * and the walk goes on with what comes back.
 */
export function walk(lifecycle: string, steps: readonly Try[], store: (partnership: Partnership) => Partnership): Walk {
  const history = [startOf({ lifecycle, at: moment(0) }).event];
  let end = begun({ lifecycle, at: moment(0) });
  let refusals = 0;
  for (const [index, step] of steps.entries()) {
    end = store(end);
    const { command, actor } = asked(end, step);
    const decision = tryEvent(end, command.event, command.data, { actor, at: moment(index + 1) });
    if (decision.outcome === 'accepted') {
      history.push(decision.event);
      end = decision.next;
    } else {
      refusals += 1;
    }
  }
  return { history, end, refusals };
}

/** One step of a walk takes a month. */
function moment(index: number): string {
  return `${addMonths('2023-01-15', index)}T12:00:00.000Z`;
}

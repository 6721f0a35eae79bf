import { type ReminderLine } from '@samenwerkt/ledger';

/** A moment for which reminders are planned or were, with the day by which it must have happened. */
export interface Moment {
  readonly kind: string;
  /** Local date, ISO. */
  readonly dueOn: string;
  readonly reminders: readonly ReminderLine[];
}

const OVER: readonly string[] = ['cancelled', 'superseded'];

/** Moments that came into being, and those of which what was still to go out was called off. */
export function changesOf(
  before: readonly ReminderLine[],
  after: readonly ReminderLine[],
  kinds: ReadonlySet<string>,
): { planned: Moment[]; calledOff: Moment[] } {
  const was = new Map(before.map(({ id, state }) => [id, state]));
  const ofMoments = after.filter(({ kind }) => kinds.has(kind));
  return {
    planned: momentsOf(ofMoments.filter(({ id, purpose }) => !was.has(id) && purpose === 'ask')),
    calledOff: momentsOf(
      ofMoments.filter(({ id, state }) => OVER.includes(state) && !OVER.includes(was.get(id) ?? state)),
    ),
  };
}

function momentsOf(lines: readonly ReminderLine[]): Moment[] {
  const moments = new Map<string, ReminderLine[]>();
  for (const line of lines) {
    const name = `${line.kind} ${line.occurrence} ${line.dueOn}`;
    moments.set(name, [...(moments.get(name) ?? []), line]);
  }
  return [...moments.values()].flatMap((reminders) => {
    const [first] = reminders;
    return first ? [{ kind: first.kind, dueOn: first.dueOn, reminders }] : [];
  });
}

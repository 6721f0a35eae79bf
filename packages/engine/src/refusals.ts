import { type EventInfo, type Lifecycle } from '@samenwerkt/lifecycle';
import { positionOf } from './apply.js';
import { type DataProblem, type Partnership, type Reason, type Refusal } from './model.js';

/** A refusal without its cause and message. */
export const NOTHING = { outcome: 'refused', possible: [], problems: [], reasons: [] } as const;

/** Ids of the events that are possible where the partnership stands. */
export function possible(lifecycle: Lifecycle, partnership: Partnership): string[] {
  const position = positionOf(partnership);
  return [...lifecycle.events.keys()].filter((event) => lifecycle.accepts(position, event));
}

export function unknownEvent(event: string, lifecycle: Lifecycle, partnership: Partnership): Refusal {
  const message = {
    nl: `${lifecycle.id} kent geen gebeurtenis "${event}". Kies een van de mogelijke gebeurtenissen.`,
    en: `${lifecycle.id} has no event "${event}". Choose one of the possible events.`,
  };
  return { ...NOTHING, cause: 'unknownEvent', message, possible: possible(lifecycle, partnership) };
}

export function notPossible(info: EventInfo, lifecycle: Lifecycle, partnership: Partnership): Refusal {
  const titles = partnership.states.map((id) => lifecycle.states.get(id)?.title);
  const message = {
    nl: `"${info.title.nl}" kan niet vanuit ${titles.map((title) => title?.nl).join(', ')}.`,
    en: `"${info.title.en}" is not possible from ${titles.map((title) => title?.en).join(', ')}.`,
  };
  return { ...NOTHING, cause: 'eventNotPossible', message, possible: possible(lifecycle, partnership) };
}

export function wrongData(problems: readonly DataProblem[], reasons: readonly Reason[]): Refusal {
  const message = {
    nl: 'De gegevens bij de gebeurtenis kloppen niet; verbeter de genoemde velden.',
    en: 'The data of the event is not right; mend the fields named.',
  };
  return { ...NOTHING, cause: 'dataInvalid', message, problems, reasons };
}

export function notAllowed(info: Pick<EventInfo, 'title'>, reasons: readonly Reason[]): Refusal {
  const message = {
    nl: `"${info.title.nl}" kan nog niet; de redenen staan erbij.`,
    en: `"${info.title.en}" is not allowed yet; the reasons are listed.`,
  };
  return { ...NOTHING, cause: 'notAllowed', message, reasons };
}

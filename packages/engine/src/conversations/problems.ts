import { addMonths } from '@samenwerkt/calendar';
import { type EventInfo } from '@samenwerkt/lifecycle';
import { fieldProblem } from '../data-check.js';
import { type DataProblem, type Partnership } from '../model.js';
import { CONVERSATION_EVENT } from '../series.js';
import { agreedIn, MOST_OPEN, openAgreements, settledIn } from './agreements.js';

type Data = Readonly<Record<string, unknown>>;

/** How far ahead a conversation can settle a period: a mistyped year must not silence the reminders of a contract. */
const AHEAD_MONTHS = 12;

/** What is wrong with a conversation of which the shape is right, given what is open. Empty for other events. */
export function conversationProblems(partnership: Partnership, { id }: EventInfo, data: Data): DataProblem[] {
  if (id !== CONVERSATION_EVENT) return [];
  return [...settledProblems(partnership, data), ...tooMany(partnership, data), ...tooFarAhead(data)];
}

function settledProblems(partnership: Partnership, data: Data): DataProblem[] {
  const open = openAgreements(partnership).map(({ id }) => id);
  const named = settledIn(data).map(({ afspraak }) => afspraak);
  return named.flatMap((id, index) => {
    const path = `/afgedaan/${index}/afspraak`;
    if (!open.includes(id)) return [notOpen(path, id, open)];
    return named.indexOf(id) === index ? [] : [twice(path, id)];
  });
}

function notOpen(path: string, id: string, open: readonly string[]): DataProblem {
  const list = open.join(', ');
  return fieldProblem(path, 'notOpen', {
    nl: `afspraak ${id} staat niet open; ${list === '' ? 'er staat niets open, laat afgedaan weg' : `open staan: ${list}`}`,
    en: `agreement ${id} is not open; ${list === '' ? 'nothing is open, leave afgedaan out' : `open are: ${list}`}`,
  });
}

function twice(path: string, id: string): DataProblem {
  return fieldProblem(path, 'twice', {
    nl: `afspraak ${id} staat er twee keer; noem elke afspraak één keer`,
    en: `agreement ${id} is named twice; name each agreement once`,
  });
}

function tooMany(partnership: Partnership, data: Data): DataProblem[] {
  const settled = new Set(settledIn(data).map(({ afspraak }) => afspraak));
  const left = openAgreements(partnership).filter(({ id }) => !settled.has(id)).length;
  if (left + agreedIn(data).length <= MOST_OPEN) return [];
  return [
    fieldProblem('/afspraken', 'tooManyOpen', {
      nl: `er staan al ${left} afspraken open en er kunnen er ${MOST_OPEN} openstaan; rond er eerst af met afgedaan`,
      en: `${left} agreements are open already and ${MOST_OPEN} can be; settle some with afgedaan first`,
    }),
  ];
}

function tooFarAhead({ periode, datum }: Data): DataProblem[] {
  if (typeof periode !== 'string' || typeof datum !== 'string') return [];
  const last = addMonths(datum, AHEAD_MONTHS);
  if (periode <= last) return [];
  return [
    fieldProblem('/periode', 'tooFarAhead', {
      nl: `mag hoogstens een jaar na het gesprek liggen, dus tot en met ${last}`,
      en: `may be at most a year after the conversation, so up to and including ${last}`,
    }),
  ];
}

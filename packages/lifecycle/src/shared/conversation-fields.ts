import { type Field } from '../model.js';
import { choice, date, optional, person, records, short, text } from './fields.js';

/** Who was there, by what they do: a name is not needed, and not asked for. */
export const PARTICIPANTS: Field = records('Deelnemers (functies)', 'Participants (functions)', {
  functie: person('Functie of rol', 'Function or role'),
  toelichting: optional(text('Toelichting', 'Explanation')),
});

/** What was agreed. Each stays open, and on the agenda, until a later conversation settles it. */
export const AGREEMENTS: Field = optional(
  records('Nieuwe afspraken', 'New agreements', {
    afspraak: text('Afspraak', 'Agreement'),
    eigenaar: person('Eigenaar (functie)', 'Owner (function)'),
    datum: date('Uiterlijk', 'By'),
  }),
);

/** Which agreements of earlier conversations need no more talk: done, or no longer asked. */
export const SETTLED: Field = optional(
  records('Afgedane afspraken', 'Settled agreements', {
    afspraak: short('Nummer van de afspraak, zoals 3.1', 'Number of the agreement, such as 3.1'),
    uitkomst: choice('Uitkomst', 'Outcome', ['gedaan', 'vervallen']),
  }),
);

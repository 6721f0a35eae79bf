import { choice, choices, count, date, people, person, records, text } from './fields.js';

/** Whether the goals aim at the doelgroepregister only, or at everybody with a distance to the labour market. */
export const targetGroup = choice('Doelgroep', 'Target group', ['doelgroepregister', 'bredeDoelgroep']);

/** What is to be done, by whom and by when. */
export const actions = records('Acties', 'Actions', {
  actie: text('Actie', 'Action'),
  eigenaar: person('Eigenaar (functie)', 'Owner (function)'),
  deadline: date('Klaar op', 'Done by'),
});

/** The four ways in which jobs come about. */
export const jobKinds = choices('Hoe de banen ontstaan', 'How the jobs come about', [
  'uitstroom',
  'opleidingsplek',
  'nieuweTaak',
  'stapelbaan',
]);

/** A whole number of one or more. */
export function oneOrMore(nl: string, en: string) {
  return count(nl, en, 1);
}

/** Who does what when somebody starts, and when the first one does. */
export const division = {
  taken: people('Taken en wie ze doet', 'Tasks and who does them'),
  inwerken: text('Hoe het inwerken gaat', 'How onboarding works'),
  begeleiding: person('Wie begeleidt en hoe', 'Who gives guidance and how'),
  eerstePlaatsing: date('Datum eerste plaatsing', 'Date of the first placement'),
};

/** Function or person: a name is not needed. */
export const coordination = {
  coordinator: person('Coördinator', 'Coordinator'),
  backup: person('Back-up van de coördinator', 'Back-up of the coordinator'),
};

/** The body that decides in principle, when, and why. */
export const decision = {
  orgaan: text('Bevoegd orgaan', 'Competent body'),
  datum: date('Datum van het besluit', 'Date of the decision'),
  reden: text('Aanleiding of reden', 'Occasion or reason'),
};

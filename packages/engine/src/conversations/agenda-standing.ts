import { type AgendaPoint } from './agenda.js';

/** What a conversation is always about, in the order of the handreiking of 2020, p. 26-27, and that of 2019, p. 18-20. */
export const STANDING_POINTS: readonly AgendaPoint[] = [
  {
    kind: 'vast',
    id: 'realisatie',
    title: { nl: 'Hoe staat het met de banen en de verloonde uren?', en: 'How do the jobs and paid hours stand?' },
    reason: {
      nl: 'Partijen bespreken de realisatie op basis van de rapportage van de opdrachtnemer.',
      en: 'The parties discuss the realisation on the basis of the report of the supplier.',
    },
    source: {
      title: 'Handreiking Partnership en inkoopkracht (2019)',
      document: '002_4864943f1a9f0d2c.txt',
      page: 'p. 20, model A eis 3.1',
    },
  },
  {
    kind: 'vast',
    id: 'actieplan',
    title: {
      nl: 'Welke acties uit het actieplan lopen, en wat is nodig?',
      en: 'Which actions of the plan are running, and what do they need?',
    },
    reason: {
      nl: 'Het actieplan is het richtsnoer bij de monitoring.',
      en: 'The action plan is the guideline of monitoring.',
    },
    source: {
      title: 'Handreiking Partnerships voor meer banen (2020)',
      document: '001_6c3f9123756a8f34.txt',
      page: 'p. 26, stap 4a',
    },
  },
  {
    kind: 'vast',
    id: 'leren',
    title: { nl: 'Wat leren we, en wat kan beter?', en: 'What do we learn, and what can be better?' },
    reason: {
      nl: 'Voldoende momenten waarop de samenwerking wordt geëvalueerd vergroten de impact.',
      en: 'Enough moments at which the cooperation is evaluated make the impact larger.',
    },
    source: {
      title: 'Handreiking Partnerships voor meer banen (2020)',
      document: '001_6c3f9123756a8f34.txt',
      page: 'p. 26-27, stap 4a en 4b',
    },
  },
];

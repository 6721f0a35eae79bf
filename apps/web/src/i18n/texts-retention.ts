/** Texts of how long names are kept and of small groups, Dutch and English. */
export const RETENTION_TEXTS = {
  'keep.title': ['Bewaren', 'Retention'],
  'keep.never': [
    'Er is geen termijn gekozen: niemand wordt vanzelf gewist.',
    'No term was chosen: nobody is erased of its own accord.',
  ],
  'keep.term': [
    'Een naam wordt gewist {n} {n|maand|maanden} na het einde van het laatste partnerschap dat hem noemt.',
    'A name is erased {n} {n|month|months} after the end of the last partnership that names it.',
  ],
  'keep.group': [
    'Cijfers over mensen worden getoond vanaf een groep van {n}.',
    'Figures about people are shown from a group of {n}.',
  ],
  'keep.daily': [
    'Is er een termijn, dan wordt er elke dag vanzelf gewist. Wie in een lopend partnerschap genoemd wordt, blijft. Geen wet of handreiking noemt een termijn: uw organisatie kiest.',
    'Once there is a term, erasing happens every day by itself. Who is named in a running partnership stays. No law or guide names a term: your organisation chooses.',
  ],
  'keep.change': ['Wijzig deze keuzen', 'Change these choices'],
  'keep.months': ['Wissen na hoeveel maanden', 'Erase after how many months'],
  'keep.monthsHint': ['Leeg: niemand wordt vanzelf gewist.', 'Empty: nobody is erased of its own accord.'],
  'keep.minimum': ['Kleinste groep waarvan een cijfer wordt getoond', 'Smallest group of which a figure is shown'],
  'keep.reason': ['Waarom', 'Why'],
  'keep.look': ['Bekijk wie dit zou wissen', 'See whom this would erase'],
  'keep.save': ['Bewaar', 'Save'],
  'keep.saved': ['De keuzen zijn vastgelegd.', 'The choices are on record.'],
  'keep.would': [
    'Bij {months} {months|maand|maanden} {n|wordt|worden} {n} {n|naam|namen} gewist.',
    'At {months} {months|month|months} {n} {n|name is|names are} erased.',
  ],
  'keep.wouldNone': [
    'Bij {months} {months|maand|maanden} wordt nu niemand gewist.',
    'At {months} {months|month|months} nobody is erased now.',
  ],
  'keep.files': ['Ook {n} {n|bestand|bestanden} bij bewijs.', 'Also {n} {n|file|files} kept with evidence.'],
  'keep.name': ['Naam', 'Name'],
  'keep.ended': ['Laatste partnerschap eindigde', 'Last partnership ended'],
  'keep.partnerships': ['Partnerschappen', 'Partnerships'],
  'keep.run': ['Wis nu wie de termijn voorbij is', 'Erase now who is past the term'],
  'keep.runTitle': ['Nu voorgoed wissen?', 'Erase for good now?'],
  'keep.runText': [
    '{n} {n|naam verdwijnt|namen verdwijnen} overal: in geschiedenissen, herinneringen en lijsten staat daarna [gewist]. Niemand kan dit terugdraaien. Wat er gebeurde blijft staan, zonder de namen.',
    '{n} {n|name disappears|names disappear} everywhere: histories, reminders and lists then say [gewist]. Nobody can undo this. What happened stays, without the names.',
  ],
  'keep.sure': ['Ja, wis voorgoed', 'Yes, erase for good'],
  'keep.done': ['{n} {n|naam is|namen zijn} gewist.', '{n} {n|name was|names were} erased.'],
  'keep.nobody': [
    'Niemand is de termijn voorbij; er is niets te wissen.',
    'Nobody is past the term; there is nothing to erase.',
  ],
} as const satisfies Readonly<Record<string, readonly [nl: string, en: string]>>;

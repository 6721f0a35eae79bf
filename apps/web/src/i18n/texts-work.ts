/** Texts of the board and of the views that people keep, Dutch and English. */
export const WORK_TEXTS = {
  'board.title': ['Bord', 'Board'],
  'board.view': ['Weergave', 'View'],
  'board.list': ['Lijst', 'List'],
  'board.all': ['{count} {n|partnerschap|partnerschappen}', '{count} {n|partnership|partnerships}'],
  'board.others': ['en nog {n} {n|taak|taken}', 'and {n} {n|task|tasks} more'],
  'board.more': [
    'Er is meer. Zoek of kies een fase, of kijk in de lijst.',
    'There is more. Search or choose a phase, or look in the list.',
  ],
  'view.title': ['Bewaarde weergaven', 'Kept views'],
  'view.keep': ['Bewaar deze weergave', 'Keep this view'],
  'view.name': ['Naam van de weergave', 'Name of the view'],
  'view.keepIt': ['Bewaar', 'Keep'],
  'view.remove': ['Verwijder de weergave {name}', 'Remove the view {name}'],
  'view.gone': ['De weergave {name} is verwijderd.', 'The view {name} was removed.'],
  'view.undo': ['Zet terug', 'Put back'],
} as const satisfies Record<string, readonly [nl: string, en: string]>;

/** Texts of handing over the work of a coordinator, Dutch and English. */
export const HANDOVER_TEXTS = {
  'over.title': ['Werk overdragen', 'Hand over work'],
  'over.text': [
    'Al het lopende werk van een coördinator gaat naar iemand anders, of het deel dat u kiest. Elke geschiedenis vermeldt het met de reden.',
    'All running work of a coordinator goes to somebody else, or the part that you choose. Each history says so, with the reason.',
  ],
  'over.from': ['Van: de coördinator, zoals die nu is vastgelegd', 'From: the coordinator as on record now'],
  'over.to': ['Naar: de nieuwe coördinator', 'To: the new coordinator'],
  'over.backup': [
    'Nieuwe back-up; leeg: de back-up blijft wie het is',
    'New back-up; empty: the back-up stays who it is',
  ],
  'over.reason': ['Reden, bijvoorbeeld verlof', 'Reason, such as leave'],
  'over.look': ['Bekijk wat overgaat', 'See what goes over'],
  'over.none': ['Geen lopend werk van {name}', 'No running work of {name}'],
  'over.noneText': ['Controleer of de naam klopt.', 'Check whether the name is right.'],
  'over.preview': ['Naar {name}', 'To {name}'],
  'over.chosen': ['{n} van {all} gekozen', '{n} of {all} chosen'],
  'over.all': ['Alle', 'All'],
  'over.cannot': ['Kan niet', 'Cannot'],
  'over.go': ['Draag {n} {n|partnerschap|partnerschappen} over', 'Hand over {n} {n|partnership|partnerships}'],
  'over.consequence': [
    '{name} krijgt voortaan de herinneringen. Terugdraaien kan met een nieuwe overdracht.',
    '{name} gets the reminders from now on. It can be undone by handing over again.',
  ],
  'over.previewBackup': ['Naar de back-up van elk', 'To the back-up of each'],
  'over.each': ['naar {name}', 'to {name}'],
  'over.consequenceBackup': [
    'De back-up krijgt voortaan de herinneringen, en wie coördinator was wordt back-up, tenzij u een ander noemt.',
    'The back-up gets the reminders from now on, and who was coordinator becomes back-up, unless you name somebody else.',
  ],
  'over.toOrBackup': [
    'Nieuwe coördinator; leeg: de back-up van elk partnerschap',
    'New coordinator; empty: the back-up of each partnership',
  ],
  'over.doneBackup': [
    '{n} {n|partnerschap|partnerschappen} overgedragen aan de back-up',
    '{n} {n|partnership|partnerships} handed over to the back-up',
  ],
  'over.done': [
    '{n} {n|partnerschap|partnerschappen} overgedragen aan {name}',
    '{n} {n|partnership|partnerships} handed over to {name}',
  ],
} as const satisfies Readonly<Record<string, readonly [nl: string, en: string]>>;

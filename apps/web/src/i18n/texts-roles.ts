/** What roles are called, Dutch and English: the words of the table of permissions. */
export const ROLE_TEXTS = {
  'role.coordinator': ['Coördinator social return', 'Social return coordinator'],
  'role.projectcoordinator': ['Projectcoördinator', 'Project coordinator'],
  'role.hrExpert': ['HR-expert', 'HR expert'],
  'role.inkoopexpert': ['Inkoopexpert', 'Procurement expert'],
  'role.categoriemanager': ['Categoriemanager', 'Category manager'],
  'role.contractmanager': ['Contractmanager', 'Contract manager'],
  'role.bestuurder': ['Bestuurder', 'Board member'],
  'role.interneOpdrachtgever': ['Interne opdrachtgever', 'Internal client'],
  'role.opdrachtnemer': ['Opdrachtnemer', 'Contractor'],
  'role.packbeheerder': ['Packbeheerder', 'Pack manager'],
  'role.beheerder': ['Beheerder', 'Administrator'],
  'role.auditor': ['Auditor', 'Auditor'],
  'role.systeembeheerder': ['Systeembeheerder', 'System administrator'],
} as const satisfies Readonly<Record<string, readonly [nl: string, en: string]>>;

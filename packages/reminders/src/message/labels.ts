import { type Role, type Text } from '@samenwerkt/engine';

/** Roles as people say them. */
const ROLE_NAMES: Readonly<Record<Role | 'backup' | 'packbeheerder', Text>> = {
  coordinator: { nl: 'coördinator social return', en: 'social return coordinator' },
  backup: { nl: 'back-up van de coördinator', en: 'back-up of the coordinator' },
  projectcoordinator: { nl: 'projectcoördinator', en: 'project coordinator' },
  hrExpert: { nl: 'HR-expert', en: 'HR expert' },
  inkoopexpert: { nl: 'inkoopexpert', en: 'procurement expert' },
  categoriemanager: { nl: 'categoriemanager', en: 'category manager' },
  contractmanager: { nl: 'contractmanager', en: 'contract manager' },
  packbeheerder: { nl: 'beheerder van regelpakketten', en: 'administrator of rule packs' },
  bestuurder: { nl: 'bestuurder', en: 'board member' },
  interneOpdrachtgever: { nl: 'interne opdrachtgever', en: 'internal client' },
  opdrachtnemer: { nl: 'opdrachtnemer', en: 'contractor' },
};

const roleNames: ReadonlyMap<string, Text> = new Map(Object.entries(ROLE_NAMES));

/** The role as people say it; one that is not known stays as it is written. */
export function roleName(role: string): Text {
  return roleNames.get(role) ?? { nl: role, en: role };
}

/** The fixed words around what a message says. `u`, since the reader may be outside the organisation. */
export const LABELS = {
  greeting: { nl: 'Beste', en: 'Dear' },
  partnership: { nl: 'Partnerschap', en: 'Partnership' },
  contract: { nl: 'Contract', en: 'Contract' },
  opdrachtnemer: { nl: 'Opdrachtnemer', en: 'Contractor' },
  coordinator: { nl: 'Coördinator', en: 'Coordinator' },
  dueOn: { nl: 'Uiterlijk', en: 'By' },
  agenda: { nl: 'Op de agenda', en: 'On the agenda' },
  open: { nl: 'Open het partnerschap', en: 'Open the partnership' },
  openPack: { nl: 'Open het regelpakket', en: 'Open the rule pack' },
  why: { nl: 'Waarom u dit krijgt', en: 'Why you receive this' },
  pack: { nl: 'Regelpakket', en: 'Rule pack' },
} satisfies Readonly<Record<string, Text>>;

import { type Role as LifecycleRole, type Text } from '@samenwerkt/lifecycle';

/** A role in the product: those that fire events, and those that look after packs, people and the installation. */
export type PersonRole = LifecycleRole | 'packbeheerder' | 'beheerder' | 'auditor' | 'systeembeheerder';

/** A role as people know it. */
export interface RoleInfo {
  readonly id: PersonRole;
  readonly title: Text;
  /** What whoever has it is there for. */
  readonly about: Text;
}

const LIFECYCLE: readonly (RoleInfo & { readonly id: LifecycleRole })[] = [
  {
    id: 'coordinator',
    title: { nl: 'Coördinator social return', en: 'Social return coordinator' },
    about: { nl: 'stuurt partnerschappen; ook wie vervangt', en: 'steers partnerships; the back-up as well' },
  },
  {
    id: 'projectcoordinator',
    title: { nl: 'Projectcoördinator', en: 'Project coordinator' },
    about: { nl: 'stuurt de uitvoering', en: 'steers the work' },
  },
  {
    id: 'hrExpert',
    title: { nl: 'HR-expert', en: 'HR expert' },
    about: { nl: 'weet van functies, plaatsing en begeleiding', en: 'knows of jobs, placement and guidance' },
  },
  {
    id: 'inkoopexpert',
    title: { nl: 'Inkoopexpert', en: 'Procurement expert' },
    about: { nl: 'weet van aanbesteden en contracten', en: 'knows of tenders and contracts' },
  },
  {
    id: 'categoriemanager',
    title: { nl: 'Categoriemanager', en: 'Category manager' },
    about: { nl: 'gaat over een inkoopcategorie', en: 'answers for a category of procurement' },
  },
  {
    id: 'contractmanager',
    title: { nl: 'Contractmanager', en: 'Contract manager' },
    about: { nl: 'volgt contracten', en: 'follows contracts' },
  },
  {
    id: 'bestuurder',
    title: { nl: 'Bestuurder', en: 'Board member' },
    about: { nl: 'besluit over beleid en partnerschap', en: 'decides on policy and partnership' },
  },
  {
    id: 'interneOpdrachtgever',
    title: { nl: 'Interne opdrachtgever', en: 'Internal client' },
    about: { nl: 'maakt ruimte voor de banen', en: 'makes room for the jobs' },
  },
  {
    id: 'opdrachtnemer',
    title: { nl: 'Opdrachtnemer', en: 'Contractor' },
    about: { nl: 'ziet en meldt alleen bij eigen contracten', en: 'sees and reports on own contracts only' },
  },
];

/** Every role there is, in the order in which people are shown them. */
export const PERSON_ROLES: readonly RoleInfo[] = [
  ...LIFECYCLE,
  {
    id: 'packbeheerder',
    title: { nl: 'Packbeheerder', en: 'Pack manager' },
    about: { nl: 'beheert regelpakketten', en: 'looks after rule packs' },
  },
  {
    id: 'beheerder',
    title: { nl: 'Beheerder', en: 'Administrator' },
    about: { nl: 'beheert mensen en herinneringen', en: 'looks after people and reminders' },
  },
  {
    id: 'auditor',
    title: { nl: 'Auditor', en: 'Auditor' },
    about: { nl: 'leest alles, wijzigt niets', en: 'reads everything, changes nothing' },
  },
  {
    id: 'systeembeheerder',
    title: { nl: 'Systeembeheerder', en: 'System administrator' },
    about: {
      nl: 'beheert de installatie, zonder toegang tot de inhoud',
      en: 'looks after the installation, without access to its content',
    },
  },
];

const FIRE: ReadonlySet<string> = new Set(LIFECYCLE.map(({ id }) => id));
const KNOWN: ReadonlySet<string> = new Set(PERSON_ROLES.map(({ id }) => id));

/** Whether the product has a role of that name. */
export function isPersonRole(name: string): name is PersonRole {
  return KNOWN.has(name);
}

/** Of these roles those that can fire events: what the engine asks of an actor. */
export function firingRoles(roles: readonly PersonRole[]): LifecycleRole[] {
  return roles.filter((role): role is LifecycleRole => FIRE.has(role));
}

/** The role as people know it. */
export function roleTitle(role: PersonRole): Text {
  return PERSON_ROLES.find(({ id }) => id === role)?.title ?? { nl: role, en: role };
}

/**
 * Why nobody can have exactly these roles; undefined when somebody can.
 * An opdrachtnemer is from elsewhere and sees own contracts only, so that role stands alone and names a supplier.
 */
export function rolesProblem(roles: readonly PersonRole[], hasSupplier: boolean): Text | undefined {
  if (roles.length === 0) return { nl: 'geef minstens één rol.', en: 'give at least one role.' };
  const outside = roles.includes('opdrachtnemer');
  if (outside && roles.length > 1)
    return {
      nl: 'opdrachtnemer gaat met geen andere rol samen: wie van buiten komt ziet alleen eigen contracten.',
      en: 'opdrachtnemer goes with no other role: whoever comes from outside sees own contracts only.',
    };
  if (outside !== hasSupplier)
    return {
      nl: 'noem een leverancier bij de rol opdrachtnemer, en alleen daarbij.',
      en: 'name a supplier with the role opdrachtnemer, and only with it.',
    };
  return undefined;
}

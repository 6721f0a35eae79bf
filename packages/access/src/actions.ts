import { type Text } from '@samenwerkt/lifecycle';
import { PERSON_ROLES, type PersonRole } from './roles.js';

/** Something that can be asked of the product, and who may ask it. */
export interface ActionInfo {
  readonly title: Text;
  /** Roles that may. */
  readonly roles: readonly PersonRole[];
  /** Only for somebody who signed in: no API token can be given for it, so that no token makes another or takes over an account. */
  readonly inPerson?: true;
}

const EVERYBODY = PERSON_ROLES.map(({ id }) => id);

/** Those who steer partnerships. */
const STEERING = ['coordinator', 'projectcoordinator'] as const satisfies readonly PersonRole[];

/** Those who take part in partnerships from the side of the organisation. */
const MEMBERS = [
  ...STEERING,
  'hrExpert',
  'inkoopexpert',
  'categoriemanager',
  'contractmanager',
  'bestuurder',
  'interneOpdrachtgever',
] as const satisfies readonly PersonRole[];

/** Those who may see all content of the organisation. */
const INSIDE = [...MEMBERS, 'packbeheerder', 'beheerder', 'auditor'] as const satisfies readonly PersonRole[];

/** Those who bring in contracts and begin partnerships on them. */
const CONTRACTING = [
  ...STEERING,
  'inkoopexpert',
  'categoriemanager',
  'contractmanager',
] as const satisfies readonly PersonRole[];

const TABLE = {
  'partnerships.read': {
    title: { nl: 'Partnerschappen en hun geschiedenis bekijken', en: 'See partnerships and their histories' },
    roles: [...INSIDE, 'opdrachtnemer'],
  },
  'partnerships.record': {
    title: {
      nl: 'Gebeurtenissen vastleggen (welke, zegt de levensloop)',
      en: 'Record events (which ones, the lifecycle says)',
    },
    roles: [...MEMBERS, 'opdrachtnemer'],
  },
  'partnerships.handOver': {
    title: {
      nl: 'Al het werk van een coördinator overdragen (wie per partnerschap mag, zegt de levensloop)',
      en: 'Hand over all work of a coordinator (who may for each partnership, the lifecycle says)',
    },
    roles: MEMBERS,
  },
  'partnerships.start': {
    title: { nl: 'Een partnerschap beginnen', en: 'Start a partnership' },
    roles: CONTRACTING,
  },
  'partnerships.verify': {
    title: { nl: 'De keten van een geschiedenis controleren', en: 'Verify the chain of a history' },
    roles: INSIDE,
  },
  'agenda.read': {
    title: { nl: 'De voorgestelde agenda van een gesprek zien', en: 'See the proposed agenda of a conversation' },
    roles: INSIDE,
  },
  'evidence.read': {
    title: { nl: 'Zien wie welk bewijs heeft gezien', en: 'See who saw which evidence' },
    roles: INSIDE,
  },
  'evidenceFiles.read': {
    title: { nl: 'Bestanden bij bewijs inzien', en: 'Read files kept with evidence' },
    roles: [...STEERING, 'hrExpert', 'contractmanager', 'auditor'],
  },
  'evidence.attest': {
    title: {
      nl: 'Vastleggen en intrekken dat bewijs is gezien',
      en: 'Record and withdraw that evidence was seen',
    },
    roles: MEMBERS,
  },
  'contracts.read': {
    title: { nl: 'Contracten en leveranciers bekijken', en: 'See contracts and suppliers' },
    roles: [...INSIDE, 'opdrachtnemer'],
  },
  'contracts.manage': {
    title: { nl: 'Contracten en leveranciers toevoegen', en: 'Add contracts and suppliers' },
    roles: CONTRACTING,
  },
  'packs.read': { title: { nl: 'Regelpakketten bekijken', en: 'See rule packs' }, roles: INSIDE },
  'packs.upload': {
    title: {
      nl: 'Concepten van regelpakketten aanbieden en verwijderen',
      en: 'Upload and remove drafts of rule packs',
    },
    roles: ['packbeheerder'],
  },
  'packs.publish': { title: { nl: 'Regelpakketten publiceren', en: 'Publish rule packs' }, roles: ['packbeheerder'] },
  'packs.withdraw': { title: { nl: 'Regelpakketten intrekken', en: 'Withdraw rule packs' }, roles: ['packbeheerder'] },
  'packs.regress': {
    title: { nl: 'Geschiedenissen naspelen onder een kandidaat', en: 'Replay histories under a candidate' },
    roles: [...STEERING, 'packbeheerder'],
  },
  'packs.migrate': {
    title: { nl: 'Partnerschappen op een ander regelpakket overzetten', en: 'Move partnerships to another rule pack' },
    roles: [...STEERING, 'bestuurder', 'contractmanager'],
  },
  'whatIf.use': { title: { nl: 'Wat-als en advies vragen', en: 'Ask what-ifs and advice' }, roles: INSIDE },
  'reminders.read': { title: { nl: 'Herinneringen bekijken', en: 'See reminders' }, roles: INSIDE },
  'reminders.act': {
    title: {
      nl: 'Herinneringen opnieuw proberen, overslaan of verzetten',
      en: 'Retry, skip or reschedule reminders',
    },
    roles: [...STEERING, 'beheerder'],
  },
  'outbox.read': {
    title: { nl: 'Weggeschreven berichten lezen', en: 'Read messages written as files' },
    roles: [...STEERING, 'beheerder', 'auditor'],
  },
  'addresses.read': {
    title: { nl: 'Het adresboek bekijken', en: 'See the address book' },
    roles: [...STEERING, 'beheerder', 'auditor'],
  },
  'addresses.manage': {
    title: { nl: 'Het adresboek bijhouden', en: 'Keep the address book' },
    roles: [...STEERING, 'beheerder'],
  },
  'calendar.manage': {
    title: { nl: 'Agenda-adressen uitgeven en intrekken', en: 'Give out and withdraw calendar addresses' },
    roles: [...STEERING, 'contractmanager', 'beheerder'],
  },
  'queues.read': {
    title: { nl: 'Zien hoe het versturen gaat', en: 'See how delivery goes' },
    roles: [...INSIDE, 'systeembeheerder'],
  },
  'queues.reconcile': {
    title: { nl: 'De wachtrij laten bijwerken', en: 'Have the queue brought up to date' },
    roles: ['beheerder', 'systeembeheerder'],
  },
  'subjects.read': {
    title: {
      nl: 'Opzoeken en overdragen wat over iemand is vastgelegd',
      en: 'Find and hand over what is on record of somebody',
    },
    roles: ['beheerder', 'auditor'],
  },
  'subjects.erase': {
    title: { nl: 'Iemand wissen', en: 'Erase somebody' },
    roles: ['beheerder'],
  },
  'privacySettings.read': {
    title: {
      nl: 'Zien hoe lang namen worden bewaard en vanaf hoeveel mensen cijfers worden getoond',
      en: 'See how long names are kept and from how many people figures are shown',
    },
    roles: INSIDE,
  },
  'privacySettings.manage': {
    title: {
      nl: 'Kiezen hoe lang namen worden bewaard en vanaf hoeveel mensen cijfers worden getoond',
      en: 'Choose how long names are kept and from how many people figures are shown',
    },
    roles: ['beheerder'],
  },
  'audit.read': {
    title: { nl: 'Het logboek van beheer bekijken en controleren', en: 'See and verify the log of administration' },
    roles: ['beheerder', 'auditor'],
  },
  'people.read': {
    title: { nl: 'Mensen en hun rollen zien', en: 'See people and their roles' },
    roles: ['beheerder', 'auditor'],
  },
  'people.manage': {
    title: { nl: 'Mensen uitnodigen, rollen geven, blokkeren, wissen', en: 'Invite people, grant roles, block, erase' },
    roles: ['beheerder'],
    inPerson: true,
  },
  'organisation.read': {
    title: { nl: 'De eigen organisatie zien', en: 'See one’s own organisation' },
    roles: EVERYBODY,
  },
  'installation.manage': {
    title: { nl: 'Organisaties zien en toevoegen', en: 'See and add organisations' },
    roles: ['systeembeheerder'],
    inPerson: true,
  },
  'sessions.own': {
    title: { nl: 'Eigen aanmeldingen zien en beëindigen', en: 'See and end one’s own sessions' },
    roles: EVERYBODY,
    inPerson: true,
  },
  'views.own': {
    title: { nl: 'Eigen weergaven van lijsten bewaren', en: 'Keep one’s own views of lists' },
    roles: EVERYBODY,
    inPerson: true,
  },
  'tokens.own': {
    title: { nl: 'Eigen API-tokens uitgeven en intrekken', en: 'Give out and withdraw one’s own API tokens' },
    roles: EVERYBODY,
    inPerson: true,
  },
} as const satisfies Readonly<Record<string, ActionInfo>>;

/** Something that can be asked; every route of the API asks for one of these. */
export type Action = keyof typeof TABLE;

/** Everything that can be asked, and by whom: the one table that decides. */
export const ACTIONS: Readonly<Record<Action, ActionInfo>> = TABLE;

/** The names of all actions, in the order of the table. */
export const ACTION_NAMES = Object.keys(TABLE) as readonly Action[];

/** What an API token can be given for. */
export const TOKEN_SCOPES = ACTION_NAMES.filter((action) => ACTIONS[action].inPerson !== true);

/**
 * Whether somebody with these roles may.
 * @param scopes of the API token that asks; left out for somebody who signed in. A token never may more than its owner.
 */
export function permits(roles: readonly PersonRole[], action: Action, scopes?: readonly Action[]): boolean {
  const { roles: may, inPerson } = ACTIONS[action];
  if (scopes && (inPerson === true || !scopes.includes(action))) return false;
  return roles.some((role) => may.includes(role));
}

/** Whether these roles only ever see what belongs to one supplier. */
export function isOutsider(roles: readonly PersonRole[]): boolean {
  return roles.includes('opdrachtnemer');
}

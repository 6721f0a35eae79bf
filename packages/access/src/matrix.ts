import { ACTION_NAMES, ACTIONS, TOKEN_SCOPES, permits, type Action } from './actions.js';
import { PERSON_ROLES, type PersonRole } from './roles.js';

/** One action with what each role may, in the order of the roles. */
export interface MatrixRow {
  readonly action: Action;
  readonly cells: readonly { readonly role: PersonRole; readonly may: boolean }[];
}

/** Every action against every role. */
export function permissionMatrix(): MatrixRow[] {
  return ACTION_NAMES.map((action) => ({
    action,
    cells: PERSON_ROLES.map(({ id: role }) => ({ role, may: permits([role], action) })),
  }));
}

/** The matrix as a document for readers: Markdown, one table. */
export function permissionsDocument(): string {
  const rows = permissionMatrix().map(({ action, cells }) => [
    `${ACTIONS[action].title.nl} (\`${action}\`)`,
    ...cells.map(({ may }) => (may ? 'ja' : '')),
    TOKEN_SCOPES.includes(action) ? 'ja' : '',
  ]);
  const head = ['wat', ...PERSON_ROLES.map(({ id }) => id), 'met API-token'];
  return [
    '# Wie mag wat',
    '',
    'Gemaakt uit de code met `npm run docs:permissions`; een toets bewaakt dat hij klopt, en elke cel wordt getoetst.',
    '',
    ...PERSON_ROLES.map(({ id, title, about }) => `- **${id}**: ${title.nl}; ${about.nl}.`),
    '',
    'Welke gebeurtenis iemand mag vastleggen, zegt de levensloop bij elke gebeurtenis. Een opdrachtnemer ziet alleen partnerschappen en contracten van de eigen leverancier.',
    '',
    ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

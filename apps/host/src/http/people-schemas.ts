import { ACTIONS, PERSON_ROLES, TOKEN_SCOPES } from '@samenwerkt/access';
import { flag, id, instant, list, object, orNull, page, ref, text, type Schema } from './schemas.js';

const role: Schema = { type: 'string', enum: PERSON_ROLES.map(({ id: name }) => name) };
const action: Schema = { type: 'string', enum: Object.keys(ACTIONS) };

const token = {
  id,
  name: text,
  scopes: list({ type: 'string', enum: [...TOKEN_SCOPES] }),
  createdAt: instant,
  endsAt: instant,
  lastUsedAt: orNull(instant),
  revokedAt: orNull(instant),
};
const organisation = { id, name: text, createdAt: instant };

/** What the resources about people, sessions and organisations answer. */
export const PEOPLE_SCHEMAS: Readonly<Record<string, Schema>> = {
  Session: object({
    csrfToken: { ...text, description: 'Hoort als X-CSRF-Token bij elk wijzigend verzoek' },
    person: object({ id, name: text, email: text }),
    organisation: object({ id, name: text }),
    roles: list(object({ id: role, title: text })),
    actions: list(action),
  }),
  Sessions: object({
    items: list(object({ id, device: text, createdAt: instant, lastSeenAt: instant, endsAt: instant, current: flag })),
  }),
  SignInProviders: object({ items: list(object({ id: text, title: text, address: text })) }),
  SecondFactor: object({
    since: { ...orNull(instant), description: 'Sinds wanneer een code wordt gevraagd; null als dat niet zo is' },
    recoveryCodes: { type: 'integer', minimum: 0, description: 'Herstelcodes die nog niet zijn gebruikt' },
    required: { ...flag, description: 'Of uw organisatie een code verplicht bij uw rol' },
  }),
  SecondFactorSecret: object({ secret: text, uri: text }),
  RecoveryCodes: object({ recoveryCodes: list(text) }),
  SecondFactorRule: object({ roles: list(role) }),
  OneTimeLink: object({
    kind: { type: 'string', enum: ['invitation', 'recovery'] },
    name: text,
    email: text,
    organisation: text,
    endsAt: instant,
  }),
  Person: object({
    id,
    name: text,
    email: text,
    language: { type: 'string', enum: ['nl', 'en'] },
    state: { type: 'string', enum: ['invited', 'active', 'blocked'] },
    supplier: orNull(id),
    demo: flag,
    createdAt: instant,
    roles: list(object({ role, grantedBy: text, grantedAt: instant })),
  }),
  People: page(ref('Person')),
  SavedView: object({ id, screen: text, name: text, search: text, createdAt: instant }),
  SavedViews: object({ items: list(ref('SavedView')) }),
  ApiToken: object(token),
  ApiTokens: page(ref('ApiToken')),
  NewApiToken: object({ ...token, token: text }),
  Organisation: object(organisation),
  Organisations: object({ items: list(ref('Organisation')) }),
  NewOrganisation: object({ ...organisation, administrator: ref('Person') }),
};

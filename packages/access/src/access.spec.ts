import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { lifecycles } from '@samenwerkt/lifecycle';
import { ACTION_NAMES, ACTIONS, permits, TOKEN_SCOPES } from './actions.js';
import { permissionMatrix, permissionsDocument } from './matrix.js';
import { firingRoles, isPersonRole, PERSON_ROLES, rolesProblem, roleTitle } from './roles.js';

const DOCUMENT = new URL('../../../docs/permissions.md', import.meta.url);

describe('the roles', () => {
  it('hold every role that some event of a lifecycle asks for, and those fire', () => {
    const asked = [...lifecycles.values()].flatMap(({ events }) => [...events.values()].flatMap(({ roles }) => roles));
    for (const role of new Set(asked)) expect([isPersonRole(role), firingRoles([role])]).toEqual([true, [role]]);
    expect(firingRoles(['beheerder', 'auditor', 'packbeheerder', 'systeembeheerder'])).toEqual([]);
  });

  it('have a name in both languages, and only these are roles', () => {
    for (const { id, title } of PERSON_ROLES) expect(roleTitle(id)).toBe(title);
    expect(isPersonRole('koning')).toBe(false);
  });

  it.each([
    [[], false, /minstens één/],
    [['opdrachtnemer', 'coordinator'], true, /geen andere rol/],
    [['opdrachtnemer'], false, /leverancier/],
    [['coordinator'], true, /leverancier/],
    [['opdrachtnemer'], true, undefined],
    [['beheerder', 'systeembeheerder'], false, undefined],
  ] as const)('%p with supplier %p: %p', (roles, hasSupplier, problem) => {
    const said = rolesProblem(roles, hasSupplier)?.nl;
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });
});

describe('who may what', () => {
  it('lets an auditor read everything and write nothing but what is their own', () => {
    const may = ACTION_NAMES.filter((action) => permits(['auditor'], action));
    expect(may.filter((action) => !/\.(read|verify|own|use)$/.test(action))).toEqual([]);
    const contents = ACTION_NAMES.filter((action) => action.endsWith('.read'));
    expect(contents.filter((action) => !may.includes(action))).toEqual([]);
  });

  it('keeps all content from the system administrator', () => {
    expect(ACTION_NAMES.filter((action) => permits(['systeembeheerder'], action))).toEqual([
      'queues.read',
      'queues.reconcile',
      'organisation.read',
      'installation.manage',
      'sessions.own',
      'views.own',
      'tokens.own',
    ]);
  });

  it('lets an opdrachtnemer see and report, and nothing beside that', () => {
    expect(ACTION_NAMES.filter((action) => permits(['opdrachtnemer'], action))).toEqual([
      'partnerships.read',
      'partnerships.record',
      'contracts.read',
      'organisation.read',
      'sessions.own',
      'views.own',
      'tokens.own',
    ]);
  });

  it('gives every action to somebody, and to nobody without roles', () => {
    for (const action of ACTION_NAMES) {
      expect(ACTIONS[action].roles.length).toBeGreaterThan(0);
      expect(permits([], action)).toBe(false);
    }
  });

  it('gives a token what it is for, never more than its owner, and never what is done in person', () => {
    expect(permits(['coordinator'], 'partnerships.read', ['partnerships.read'])).toBe(true);
    expect(permits(['coordinator'], 'partnerships.record', ['partnerships.read'])).toBe(false);
    expect(permits(['auditor'], 'partnerships.record', ['partnerships.record'])).toBe(false);
    for (const action of ACTION_NAMES.filter((one) => !TOKEN_SCOPES.includes(one)))
      expect(
        permits(
          PERSON_ROLES.map(({ id }) => id),
          action,
          [action],
        ),
      ).toBe(false);
  });
});

describe('the table in the documents', () => {
  it('has a cell for every action and role, and is what npm run docs:permissions writes', () => {
    for (const { action, cells } of permissionMatrix())
      expect(
        cells
          .filter(({ may }) => may)
          .map(({ role }) => role)
          .sort(),
      ).toEqual([...ACTIONS[action].roles].sort());
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(permissionsDocument());
  });
});

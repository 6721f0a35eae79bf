import { describe, expect, it } from '@jest/globals';
import { ENGINE_SEMANTICS } from './semantics.js';
import { loadPolicy } from './policy.js';
import { PackNotForLifecycle } from './errors.js';
import { contractProblems, start } from './start.js';
import { trial } from './testing/packs.js';
import { begun, contract, coordinator, LIFECYCLES, NOW, startOf } from './testing/partnerships.js';

const placed = (instead: Record<string, unknown>) =>
  contractProblems({ ...contract, ...instead }).map(({ path, code }) => `${path} ${code}`);

describe('the facts of a contract', () => {
  it('are in order with the required ones alone, and with all', () => {
    const { kenmerk, titel, categorie, soort, waarde } = contract;
    expect(contractProblems({ kenmerk, titel, categorie, soort, waarde })).toEqual([]);
    const all = { ...contract, arbeidsaandeel: '65', verlenging: '2 × 1 jaar', procedure: 'openbaar' };
    expect(contractProblems(all)).toEqual([]);
  });

  it('may hold a number that somebody confirmed to be no BSN, there and nowhere else', () => {
    const titel = 'Contract 111.222.333';
    const confirmed = [{ path: '/titel', number: '111222333', reason: 'contractnummer' }];
    expect(contractProblems({ ...contract, titel }, confirmed)).toEqual([]);
    expect(contractProblems({ ...contract, titel, categorie: titel }, confirmed)).toMatchObject([
      { path: '/categorie' },
    ]);
  });

  it.each([
    ['a missing reference', { kenmerk: undefined }, '/kenmerk required'],
    ['an empty title', { titel: '' }, '/titel minLength'],
    ['a reference of more than 64 characters', { kenmerk: 'x'.repeat(65) }, '/kenmerk maxLength'],
    ['another kind', { soort: 'diensten' }, '/soort enum'],
    ['a value with a comma', { waarde: '1440000,00' }, '/waarde format'],
    ['a value that is a number', { waarde: 1440000 }, '/waarde type'],
    ['a share above hundred', { arbeidsaandeel: '100.5' }, '/arbeidsaandeel format'],
    ['a day that does not exist', { start: '2023-02-29' }, '/start format'],
    ['an unknown fact', { looptijd: '36' }, '/looptijd additionalProperties'],
    ['a BSN in a text', { titel: 'Begeleiding van 111.222.333' }, '/titel bsn'],
    ['an end before the start', { einde: '2023-12-31' }, '/einde order'],
  ])('are refused with %s', (_, instead, expected) => {
    expect(placed(instead)).toEqual([expected]);
  });

  it('may be a contract of one day, or one of which only one of both days is known', () => {
    expect(placed({ einde: contract.start })).toEqual([]);
    expect(placed({ start: undefined, einde: '2023-12-31' })).toEqual([]);
    expect(placed({ einde: undefined })).toEqual([]);
  });

  it('are refused whole when they are no facts at all', () => {
    for (const nothing of [undefined, null, 'contract', 7, []]) {
      expect(contractProblems(nothing)).toMatchObject([{ path: '', code: 'type' }]);
    }
  });
});

describe('a start', () => {
  it.each(LIFECYCLES)('puts a partnership on the first step of %s', (lifecycle) => {
    const { event, next, timers, outbox, warnings } = startOf({ lifecycle, policy: trial });
    expect(event).toMatchObject({
      sequence: 1,
      event: 'partnerschapStarten',
      data: { id: next.id, organisation: next.organisation, contract },
      actor: coordinator,
      at: NOW,
      pack: trial.ref,
      lifecycle: { id: lifecycle },
      semantics: ENGINE_SEMANTICS,
    });
    expect(next).toMatchObject({ version: 1, startedAt: NOW, done: false, contract, dossier: {}, pack: trial.ref });
    expect(Object.entries(next.since)).toEqual(next.states.map((state) => [state, NOW]));
    expect([timers, outbox, warnings]).toEqual([{ set: [], cancel: [], open: [] }, [], []]);
  });

  it('begins at the step where the decision in principle is taken', () => {
    expect(begun({ lifecycle: 'stappenplan-2020' }).states).toEqual(['principebesluit']);
    expect(begun({ lifecycle: 'stappenplan-2019' }).states).toEqual(['doelstelling']);
  });

  it('is refused on a lifecycle that the pack was not made for, or that does not exist', () => {
    const only2020 = loadPolicy(
      new Map([
        [
          'pack.yaml',
          `name: alleen
version: 1.0.0
title: { nl: Alleen, en: Only }
description: { nl: Alleen 2020, en: Only 2020 }
maintainer: Samenwerkt
licence: EUPL-1.2
engine: ^0.1.0
lifecycles: [stappenplan-2020]
`,
        ],
      ]),
    );
    expect(() => startOf({ lifecycle: 'stappenplan-2019', policy: only2020 })).toThrow(PackNotForLifecycle);
    const command = { id: 'a', organisation: 'b', lifecycle: 'stappenplan-1999', contract };
    expect(() => start(command, trial, coordinator, NOW)).toThrow(/stappenplan-2020, stappenplan-2019/);
  });
});

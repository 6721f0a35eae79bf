import { describe, expect, it } from '@jest/globals';
import { type ContractFacts } from '@samenwerkt/engine';
import { ACTOR, beginning, facts } from '../testing/partnerships.js';
import { count, ELSEWHERE, HERE, NOBODY, withLedger } from '../testing/workbench.js';

describe('adding contracts', () => {
  it('finds the supplier by name or adds it, once', () =>
    withLedger(async ({ ledger: { contracts }, raw }) => {
      const known = await contracts.addSupplier(HERE, 'Catering Het Gerecht');
      const added = await contracts.add(HERE, [
        { facts: facts({ kenmerk: 'A' }), supplier: 'Catering Het Gerecht' },
        { facts: facts({ kenmerk: 'B' }), supplier: 'De Linde' },
        { facts: facts({ kenmerk: 'C' }), supplier: 'De Linde' },
        { facts: facts({ kenmerk: 'D' }) },
      ]);
      const [a, b, c, d] = added.map(({ supplierId }) => supplierId);
      expect([a, d]).toEqual([known.id, null]);
      expect(c).toBe(b);
      await expect(contracts.supplier(HERE, b ?? '')).resolves.toEqual({ id: b, name: 'De Linde' });
      expect(await count(raw, 'supplier')).toBe(2);
    }));

  it('gives back every fact as it was given, in any spelling', () =>
    withLedger(async ({ ledger: { contracts } }) => {
      const own = facts({
        kenmerk: 'Ü/2026–1',
        titel: 'Cateraars’ coöperatie “Zoë & Loïs” in ’s-Hertogenbosch – € 1,50 🙂',
        arbeidsaandeel: '62.5',
        start: '2026-01-01',
        einde: '2028-12-31',
      });
      const supplier = 'Café De Één-en-Twintigste B.V.';
      const [added] = await contracts.add(HERE, [{ facts: own, supplier }]);
      const got = await contracts.get(HERE, added?.id ?? '');
      expect(got).toEqual(added);
      expect(got.facts).toEqual(own);
      await expect(contracts.supplier(HERE, got.supplierId ?? '')).resolves.toMatchObject({ name: supplier });
      await expect(contracts.byReference(HERE, [own.kenmerk])).resolves.toEqual(new Map([[own.kenmerk, added]]));
    }));

  it.each([
    ['is known already', ['NIEUW', 'OUD'], 'OUD'],
    ['occurs twice in the same lot', ['NIEUW', 'TWEE', 'TWEE'], 'TWEE'],
  ])('adds all or none when a reference %s', (_name, references, culprit) =>
    withLedger(async ({ ledger: { contracts }, raw }) => {
      await contracts.add(HERE, [{ facts: facts({ kenmerk: 'OUD' }) }]);
      const lot = references.map((kenmerk) => ({ facts: facts({ kenmerk }), supplier: 'Nieuwe leverancier' }));
      await expect(contracts.add(HERE, lot)).rejects.toMatchObject({
        code: 'already-exists',
        message: expect.stringContaining(culprit),
      });
      expect([await count(raw, 'contract'), await count(raw, 'supplier')]).toEqual([1, 0]);
    }),
  );

  it.each(['import', 'add'] as const)('takes a number that looks like a BSN when it is confirmed (%s)', (way) =>
    withLedger(async ({ ledger, raw }) => {
      const own = { facts: facts({ kenmerk: 'A', titel: 'Bel 111222333' }), supplier: 'KvK 123456782' };
      const titel = { path: '/titel', number: '111.222.333', reason: 'telefoonnummer' };
      const supplier = { path: '/supplier', number: '123456782', reason: 'nummer van de Kamer van Koophandel' };
      const imported = (...confirmations: (typeof titel)[]) =>
        ledger.contracts[way](HERE, [{ ...own, confirmations }], ACTOR.id);
      await expect(imported(titel)).rejects.toMatchObject({ problems: [{ path: '/supplier', code: 'bsn' }] });
      await expect(imported({ ...titel, path: '/categorie' }, supplier)).rejects.toMatchObject({
        problems: [{ path: '/confirmations/0', code: 'confirmation' }, { path: '/titel' }],
      });
      expect(await count(raw, 'contract')).toBe(0);
      const id = (await imported(titel, supplier))[0]?.id ?? '';
      const lines = await ledger.audit.page(HERE, { action: 'number.confirmed' }, 9);
      expect(lines.map(({ subject, details }) => [subject.id, details['field'], details['number']])).toEqual([
        [id, '/supplier', '•••••••82'],
        [id, '/titel', '•••••••33'],
      ]);
      await expect(ledger.writer.start(beginning({ contract: own.facts }))).rejects.toMatchObject({
        problems: [{ path: '/titel', code: 'bsn' }],
      });
      await ledger.writer.start(beginning({ contract: own.facts, contractId: id }));
    }),
  );

  it('adds all or none when the facts of one are not right, and says which fields', () =>
    withLedger(async ({ ledger: { contracts }, raw }) => {
      const wrong = { ...facts({ kenmerk: 'B', waarde: '1.000,00' }), onbekend: 1 } as ContractFacts;
      const lot = [{ facts: facts({ kenmerk: 'A' }) }, { facts: wrong }];
      await expect(contracts.add(HERE, lot)).rejects.toMatchObject({
        code: 'data-invalid',
        problems: expect.arrayContaining([
          expect.objectContaining({ path: '/waarde' }),
          expect.objectContaining({ path: '/onbekend' }),
        ]),
      });
      expect(await count(raw, 'contract')).toBe(0);
    }));

  it.each([
    ['an end before the start', { facts: facts({ start: '2026-02-01', einde: '2026-01-31' }) }, '/einde'],
    ['a reference that is empty', { facts: facts({ kenmerk: '' }) }, '/kenmerk'],
    ['a number that can be a BSN', { facts: facts({ titel: 'Plaatsing 111222333' }) }, '/titel'],
    ['a supplier without a name', { facts: facts(), supplier: '' }, '/supplier'],
  ])('refuses %s', (_name, contract, path) =>
    withLedger(async ({ ledger: { contracts }, raw }) => {
      await expect(contracts.add(HERE, [contract])).rejects.toMatchObject({
        code: 'data-invalid',
        problems: [{ path }],
      });
      expect(await count(raw, 'contract')).toBe(0);
    }),
  );

  it('of none is no work', () =>
    withLedger(async ({ ledger: { contracts } }) => {
      await expect(contracts.add(HERE, [])).resolves.toEqual([]);
    }));
});

describe('a reference', () => {
  it('may be in use by another organisation', () =>
    withLedger(async ({ ledger: { contracts } }) => {
      await contracts.add(HERE, [{ facts: facts() }]);
      expect(await contracts.existing(HERE, ['SCH-1', 'SCH-2'])).toEqual(['SCH-1']);
      expect(await contracts.existing(ELSEWHERE, ['SCH-1'])).toEqual([]);
      await expect(contracts.byReference(ELSEWHERE, ['SCH-1'])).resolves.toEqual(new Map());
      await expect(contracts.add(ELSEWHERE, [{ facts: facts() }])).resolves.toHaveLength(1);
    }));
});

describe('another organisation', () => {
  it('sees neither contracts nor suppliers', () =>
    withLedger(async ({ ledger: { contracts } }) => {
      const [added] = await contracts.add(HERE, [{ facts: facts(), supplier: 'De Linde' }]);
      const { id = '', supplierId } = added ?? {};
      for (const strange of [
        contracts.get(ELSEWHERE, id),
        contracts.get(HERE, NOBODY),
        contracts.supplier(ELSEWHERE, supplierId ?? ''),
        contracts.supplier(HERE, NOBODY),
      ])
        await expect(strange).rejects.toMatchObject({ code: 'not-found' });
      await expect(contracts.page(ELSEWHERE, 10)).resolves.toEqual([]);
      await expect(contracts.suppliers(ELSEWHERE, 10)).resolves.toEqual([]);
    }));

  it('has suppliers of its own, also under the same name', () =>
    withLedger(async ({ ledger: { contracts } }) => {
      const here = await contracts.addSupplier(HERE, 'De Linde');
      const [there] = await contracts.add(ELSEWHERE, [{ facts: facts(), supplier: 'De Linde' }]);
      expect(there?.supplierId).not.toBe(here.id);
    }));
});

describe('a supplier', () => {
  it('is added once, and only with a name', () =>
    withLedger(async ({ ledger: { contracts } }) => {
      await contracts.addSupplier(HERE, 'De Linde');
      await expect(contracts.addSupplier(HERE, 'De Linde')).rejects.toMatchObject({ code: 'already-exists' });
      await expect(contracts.addSupplier(HERE, '')).rejects.toMatchObject({ problems: [{ path: '/name' }] });
      await expect(contracts.addSupplier(HERE, 'x'.repeat(201))).rejects.toMatchObject({ code: 'data-invalid' });
    }));
});

describe('pages', () => {
  it('hold only the contract with exactly the reference that was asked for, and none of elsewhere', () =>
    withLedger(async ({ ledger: { contracts } }) => {
      await contracts.add(HERE, [{ facts: facts({ kenmerk: 'A-1' }) }, { facts: facts({ kenmerk: 'A-10' }) }]);
      const of = async (organisation: string, kenmerk: string) =>
        (await contracts.page(organisation, 10, undefined, kenmerk)).map((found) => found.facts.kenmerk);
      expect(await of(HERE, 'A-1')).toEqual(['A-1']);
      expect(await of(HERE, 'A-')).toEqual([]);
      expect(await of(ELSEWHERE, 'A-1')).toEqual([]);
    }));

  it('show contracts and suppliers newest first, without gaps or doubles while new ones come in', () =>
    withLedger(async ({ ledger: { contracts } }) => {
      const lot = (from: number) =>
        Array.from({ length: 5 }, (_, i) => ({ facts: facts({ kenmerk: `${from + i}` }), supplier: `S${from + i}` }));
      await contracts.add(HERE, lot(1));
      const first = await contracts.page(HERE, 3);
      const firstSuppliers = await contracts.suppliers(HERE, 3);
      await contracts.add(HERE, lot(6));
      const rest = await contracts.page(HERE, 10, first.at(-1)?.id);
      const restSuppliers = await contracts.suppliers(HERE, 10, firstSuppliers.at(-1)?.id);
      expect([...first, ...rest].map(({ facts: { kenmerk } }) => kenmerk)).toEqual(['5', '4', '3', '2', '1']);
      expect([...firstSuppliers, ...restSuppliers].map(({ name }) => name)).toEqual(['S5', 'S4', 'S3', 'S2', 'S1']);
    }));
});

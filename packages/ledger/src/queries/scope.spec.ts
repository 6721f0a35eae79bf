import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { beginning, facts, handOver } from '../testing/partnerships.js';
import { count, ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';

const notFound = { code: 'not-found' };

/** A partnership on a contract of a supplier of its own. */
async function under(ledger: Ledger, supplierName: string) {
  const contract = facts({ kenmerk: supplierName });
  const [added] = await ledger.contracts.add(HERE, [{ facts: contract, supplier: supplierName }]);
  const contractId = added?.id ?? '';
  const supplier = added?.supplierId ?? '';
  const { partnership } = await ledger.writer.start(beginning({ contract, contractId, supplierId: supplier }));
  return { contract: contractId, supplier, partnership, scope: { organisation: HERE, supplier } };
}

describe('who sees one supplier only', () => {
  it('finds its partnerships, contracts and itself, whatever is asked for beside that', () =>
    withLedger(async ({ ledger }) => {
      const [mine, other] = [await under(ledger, 'Helder'), await under(ledger, 'Groen')];
      const all = await ledger.partnerships.page(HERE, {}, 10);
      expect(all).toHaveLength(2);
      const [state = ''] = all[0]?.states ?? [];
      const { supplier } = mine;
      for (const filter of [{}, { state }, { supplier }, { supplier, state }, { text: 'Schoonmaak' }]) {
        const found = await ledger.partnerships.page(mine.scope, filter, 10);
        expect(found.map(({ id }) => id)).toEqual([mine.partnership]);
      }
      expect(await ledger.partnerships.page(mine.scope, { supplier: other.supplier }, 10)).toEqual([]);
      expect((await ledger.contracts.page(mine.scope, 10)).map(({ id }) => id)).toEqual([mine.contract]);
      expect(await ledger.contracts.suppliers(mine.scope, 10)).toEqual([{ id: mine.supplier, name: 'Helder' }]);
    }));

  it('gets not-found for everything of another, as if it were not there', () =>
    withLedger(async ({ ledger }) => {
      const [{ scope }, other] = [await under(ledger, 'Helder'), await under(ledger, 'Groen')];
      const asked = [
        () => ledger.partnerships.get(scope, other.partnership),
        () => ledger.histories.page(scope, other.partnership, 0, 10),
        () => ledger.histories.asOf(scope, other.partnership, '2026-03-02'),
        () => ledger.contracts.get(scope, other.contract),
        () => ledger.contracts.supplier(scope, other.supplier),
      ];
      for (const ask of asked) await expect(ask()).rejects.toMatchObject(notFound);
    }));

  it('records at its own partnerships only, and a refusal changes nothing', () =>
    withLedger(async ({ ledger, raw }) => {
      const [{ supplier, partnership }, other] = [await under(ledger, 'Helder'), await under(ledger, 'Groen')];
      await ledger.writer.submit(handOver(partnership, { supplier }));
      for (const attempt of [
        () => ledger.writer.submit(handOver(other.partnership, { supplier })),
        () => ledger.writer.rehearse(handOver(other.partnership, { supplier })),
      ])
        await expect(attempt()).rejects.toMatchObject(notFound);
      expect(await count(raw, 'history', 'partnership_id = ?', other.partnership)).toBe(1);
    }));

  it('sees nothing of the same supplier under another organisation', () =>
    withLedger(async ({ ledger }) => {
      const { supplier, partnership } = await under(ledger, 'Helder');
      const scope = { organisation: ELSEWHERE, supplier };
      expect(await ledger.partnerships.page(scope, {}, 10)).toEqual([]);
      await expect(ledger.partnerships.get(scope, partnership)).rejects.toMatchObject(notFound);
    }));
});

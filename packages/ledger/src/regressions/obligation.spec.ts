import { describe, expect, it } from '@jest/globals';
import { loadPolicy } from '@samenwerkt/engine';
import { type Ledger } from '../ledger.js';
import { ACTOR, beginning, facts, step } from '../testing/partnerships.js';
import { strictPack } from '../testing/strict-pack.js';
import { HERE, withLedger } from '../testing/workbench.js';
import { type RegressionReport } from './regressions.js';

/** The strict pack, that also asks this share of the contract value. */
function asking(percentage: string, threshold = '100000.00', version = '1.1.0'): Map<string, string> {
  return strictPack(threshold, version)
    .set(
      'parameters/percentage.yaml',
      `name: percentage
title: { nl: Percentage, en: Percentage }
unit: procent
lastVerifiedOn: 2026-11-22
values:
  - { from: 2019-07-01, value: '${percentage}', source: { title: Proefpakket } }
`,
    )
    .set(
      'obligation.yaml',
      `- id: social
  title: { nl: Social return, en: Social return }
  basis: opdrachtsom
  percentage: percentage
`,
    );
}

/** Partnerships under the pack that asks 5%, with contracts of these values. */
async function partnerships(ledger: Ledger, values: readonly string[]): Promise<void> {
  await ledger.shelf.add(HERE, asking('5', '100000.00', '1.0.0'));
  for (const [i, waarde] of values.entries()) {
    const contract = facts({ kenmerk: `C-${i}`, waarde });
    const { partnership } = await ledger.writer.start(beginning({ pack: 'streng', contract }));
    await ledger.writer.submit(step(partnership, 'principebesluitNemen'));
  }
}

async function whole(ledger: Ledger, candidate: Map<string, string>): Promise<RegressionReport> {
  const { id } = await ledger.regressions.start({
    organisation: HERE,
    pack: 'streng',
    candidate: loadPolicy(candidate),
    actor: ACTOR.id,
  });
  await ledger.regressions.over(id);
  return ledger.regressions.get(HERE, 'streng', id);
}

describe('the obligations in a policy regression', () => {
  it('are added up before and after, and shown for those that would only owe something else', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, ['200000.10', '300000.00']);
      const { findings } = await whole(ledger, asking('6'));
      expect(findings.obligation).toEqual({
        before: { amount: '25000.01', partnerships: 2, duties: 0 },
        after: { amount: '30000.01', partnerships: 2, duties: 0 },
        changed: 2,
        unknownBefore: 0,
        unknownAfter: 0,
      });
      expect(findings.otherObligations).toMatchObject([
        { kenmerk: 'C-0', obligation: { before: { amount: '10000.01' }, after: { amount: '12000.01' } } },
        { kenmerk: 'C-1', obligation: { before: { amount: '15000.00' }, after: { amount: '18000.00' } } },
      ]);
      expect([findings.refusals, findings.warnings]).toEqual([[], []]);
    }));

  it('are shown with a refusal too, and in one list only', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, ['200000.00']);
      const { findings } = await whole(ledger, asking('6', '250000.00'));
      expect(findings.refusals).toMatchObject([{ refused: 1, obligation: { after: { amount: '12000.00' } } }]);
      expect(findings.otherObligations).toEqual([]);
    }));

  it('are nobody’s when they do not differ', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, ['200000.00']);
      const { findings } = await whole(ledger, asking('5', '250000.00'));
      expect(findings.obligation?.changed).toBe(0);
      expect(findings.refusals[0]).not.toHaveProperty('obligation');
    }));

  it('are absent, not nothing, in a report from before they were compared', () =>
    withLedger(async ({ ledger, raw }) => {
      await partnerships(ledger, ['200000.00']);
      const { id, findings } = await whole(ledger, asking('6'));
      const since = ['obligation', 'otherObligations'];
      const old = Object.fromEntries(Object.entries(findings).filter(([name]) => !since.includes(name)));
      await raw.damage('UPDATE regression SET findings = ? WHERE id = ?', JSON.stringify(old), id);
      const read = (await ledger.regressions.get(HERE, 'streng', id)).findings;
      expect(read).toEqual({ ...old, otherObligations: [] });
      expect(read).not.toHaveProperty('obligation');
    }));
});

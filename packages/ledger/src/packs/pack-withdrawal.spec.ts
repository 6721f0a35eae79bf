import { describe, expect, it } from '@jest/globals';
import { miniPack } from '../testing/mini-pack.js';
import { beginning, facts, handOver, walked } from '../testing/partnerships.js';
import { NEXT, stepsOf, upload, withdrawal } from '../testing/registry.js';
import { HERE, withLedger } from '../testing/workbench.js';
import { type WithdrawPack } from './pack-registry.js';

describe('a version that is withdrawn', () => {
  const begin = (kenmerk: string) => beginning({ contract: facts({ kenmerk }) });

  it('starts partnerships until the day it ends, and none from then on', () =>
    withLedger(async ({ ledger, time }) => {
      const { partnership } = await walked(ledger);
      const withdrawn = await ledger.registry.withdraw(withdrawal());
      expect(withdrawn).toMatchObject({ state: 'gepubliceerd', endsOn: '2026-06-01', reason: 'Nieuw beleid' });
      time.now = '2026-05-31T21:59:59.000Z';
      await ledger.writer.start(begin('SCH-2'));
      time.now = '2026-05-31T22:00:00.000Z';
      expect((await ledger.shelf.shelved(HERE, 'mini', '1.0.0')).state).toBe('vervallen');
      await expect(ledger.writer.start(begin('SCH-3'))).rejects.toMatchObject({
        code: 'pack-ended',
        message: expect.stringContaining('ended on 2026-06-01 (Nieuw beleid)'),
      });
      await expect(ledger.writer.submit(handOver(partnership))).resolves.toMatchObject({ version: 2 });
    }));

  it('can end today', () =>
    withLedger(async ({ ledger }) => {
      expect((await ledger.registry.withdraw(withdrawal({ endsOn: '2026-03-02' }))).state).toBe('vervallen');
    }));

  it('names what takes its place to whoever is refused', () =>
    withLedger(async ({ ledger, time }) => {
      await upload(ledger, { name: 'ander' });
      await ledger.registry.publish({ ...NEXT, name: 'ander' });
      const replacedBy = { name: 'ander', version: '2.0.0' };
      await ledger.registry.withdraw(withdrawal({ replacedBy }));
      time.now = '2026-07-01T09:00:00.000Z';
      await expect(ledger.writer.start(begin('SCH-2'))).rejects.toMatchObject({
        replacedBy,
        message: expect.stringContaining('Use ander 2.0.0.'),
      });
    }));

  it('gives way to an older version that is still in force, unless another pack took its place', () =>
    withLedger(async ({ ledger }) => {
      await upload(ledger);
      await ledger.registry.publish(NEXT);
      const over = { version: '2.0.0', endsOn: '2026-03-10' };
      await ledger.registry.withdraw(withdrawal(over));
      expect((await ledger.shelf.current(HERE, 'mini', '2026-03-10')).ref.version).toBe('1.0.0');
      await ledger.shelf.add(HERE, miniPack({ name: 'ander' }));
      const replacedBy = { name: 'ander', version: '1.0.0' };
      await ledger.registry.withdraw(withdrawal({ ...over, replacedBy, expectedEndsOn: '2026-03-10' }));
      await expect(ledger.shelf.current(HERE, 'mini', '2026-03-10')).rejects.toEqual(
        expect.objectContaining({ code: 'pack-ended', replacedBy }),
      );
      expect((await ledger.shelf.current(HERE, 'mini', '2026-03-09')).ref.version).toBe('2.0.0');
    }));

  it('is withdrawn once; to another date only by who knows the date it has', () =>
    withLedger(async ({ ledger, time }) => {
      const withdrawn = await ledger.registry.withdraw(withdrawal());
      expect(await ledger.registry.withdraw(withdrawal())).toEqual(withdrawn);
      const later = withdrawal({ endsOn: '2026-09-01' });
      await expect(ledger.registry.withdraw(later)).rejects.toMatchObject({
        code: 'pack-state-conflict',
        state: 'gepubliceerd',
        endsOn: '2026-06-01',
      });
      const moved = await ledger.registry.withdraw({ ...later, expectedEndsOn: '2026-06-01' });
      expect(moved.endsOn).toBe('2026-09-01');
      time.now = '2026-10-01T09:00:00.000Z';
      await expect(
        ledger.registry.withdraw(withdrawal({ endsOn: '2027-01-01', expectedEndsOn: '2026-09-01' })),
      ).rejects.toMatchObject({ code: 'pack-state-conflict', state: 'vervallen' });
      expect(await stepsOf(ledger, '1.0.0')).toEqual(['geladen', 'ingetrokken', 'ingetrokken']);
    }));

  it.each<[string, Partial<WithdrawPack>, object]>([
    ['in the past', { endsOn: '2026-03-01' }, { problems: [{ path: '/endsOn', code: 'past' }] }],
    ['on no day', { endsOn: '2026-02-30' }, { problems: [{ path: '/endsOn', code: 'format' }] }],
    ['without a reason', { reason: '  ' }, { problems: [{ path: '/reason', code: 'blank' }] }],
    ['with a BSN in it', { reason: 'Om 123456782' }, { problems: [{ path: '/reason', code: 'bsn' }] }],
    ['for itself', { replacedBy: { name: 'mini', version: '1.0.0' } }, { problems: [{ path: '/replacedBy' }] }],
    ['for a concept', { replacedBy: { name: 'mini', version: '2.0.0' } }, { problems: [{ code: 'not-in-force' }] }],
    ['for what is not there', { replacedBy: { name: 'nergens', version: '1.0.0' } }, { code: 'not-found' }],
    ['as a concept', { version: '2.0.0' }, { code: 'pack-state-conflict', state: 'concept' }],
    ['when it is not there', { version: '9.9.9' }, { code: 'not-found' }],
  ])('cannot be: %s', (_, over, refusal) =>
    withLedger(async ({ ledger }) => {
      await upload(ledger);
      await expect(ledger.registry.withdraw(withdrawal(over))).rejects.toMatchObject(refusal);
      expect((await ledger.shelf.shelved(HERE, 'mini', '1.0.0')).endsOn).toBeNull();
    }),
  );

  it('is still judged again by a policy regression', () =>
    withLedger(async ({ ledger }) => {
      await walked(ledger);
      await ledger.registry.withdraw(withdrawal({ endsOn: '2026-03-02' }));
      const candidate = await ledger.shelf.version(HERE, 'mini', '1.0.0');
      const { id } = await ledger.regressions.start({ organisation: HERE, pack: 'mini', candidate, actor: 'anna' });
      await ledger.regressions.over(id);
      expect((await ledger.regressions.get(HERE, 'mini', id)).progress.done).toBe(1);
    }));
});

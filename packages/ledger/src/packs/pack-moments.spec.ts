import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { ACTOR } from '../testing/partnerships.js';
import { endingPack } from '../testing/ending-pack.js';
import { claimed, found, lines } from '../testing/reminders.js';
import { KEEPER, withdrawal } from '../testing/registry.js';
import { ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';

/** 09:00 in Amsterdam on the second of December: a month before the figure has no value. */
const TOLD_AT = '2026-12-02T08:00:00.000Z';

async function publish(ledger: Ledger, version: string, files = endingPack(version)): Promise<void> {
  await ledger.registry.upload({ organisation: HERE, files, actor: KEEPER });
  await ledger.registry.publish({ organisation: HERE, name: 'mini', version, actor: KEEPER });
}

/** What is planned about packs, as kind, date and state. */
async function about(ledger: Ledger): Promise<string[]> {
  const all = await lines(ledger);
  return all
    .filter(({ partnershipId }) => partnershipId === null)
    .map(({ kind, dueOn, state }) => `${kind} ${dueOn} ${state}`);
}

describe('a rule pack in which something ends', () => {
  it('is planned when it is published, once, and says why', () =>
    withLedger(async ({ ledger }) => {
      await ledger.registry.upload({ organisation: HERE, files: endingPack('1.1.0'), actor: KEEPER });
      expect(await about(ledger)).toEqual([]);
      await publish(ledger, '1.1.0');
      const [line, ...rest] = await lines(ledger, { kind: 'parameterLooptAf' });
      expect([line, rest]).toMatchObject([
        { title: 'mini', recipient: 'packbeheerder', dueOn: '2026-12-31', dueAt: TOLD_AT, partnershipId: null },
        [],
      ]);
      expect(await ledger.reminders.get(HERE, found(line).id)).toMatchObject({
        title: { nl: 'Maanden', en: 'Months' },
        why: { packStep: 'gepubliceerd', sequence: 2, anchor: '2027-01-01', pack: { name: 'mini', version: '1.1.0' } },
      });
      expect(await ledger.reminders.page(ELSEWHERE, {}, 10)).toEqual({ items: [] });
    }));

  it('is planned by a pack that comes with the program as well, and not once more at every start', () =>
    withLedger(async ({ ledger }) => {
      for (let start = 0; start < 2; start++) await ledger.shelf.add(HERE, endingPack('1.1.0'));
      expect(await about(ledger)).toEqual(['parameterLooptAf 2026-12-31 planned']);
    }));

  it('keeps what is planned through a version that does not solve it, and drops it with one that does', () =>
    withLedger(async ({ ledger }) => {
      await publish(ledger, '1.1.0');
      const [before] = await lines(ledger);
      await publish(ledger, '1.2.0');
      expect(await lines(ledger)).toEqual([before]);
      await publish(ledger, '1.3.0', endingPack('1.3.0', '4'));
      expect(await about(ledger)).toEqual(['parameterLooptAf 2026-12-31 cancelled']);
    }));

  it('is not told again once it was told; after the new value it is no longer in the calendar', () =>
    withLedger(async ({ ledger, time }) => {
      await publish(ledger, '1.1.0');
      time.now = TOLD_AT;
      const claim = await claimed(ledger, found((await lines(ledger))[0]).id, 'w', '2026-12-02T08:02:00.000Z');
      await ledger.dispatch.sent(claim, { channel: 'proef' });
      await publish(ledger, '1.2.0');
      expect(await about(ledger)).toEqual(['parameterLooptAf 2026-12-31 sent']);
      expect(await ledger.moments.openOfPacks(HERE, 10)).toMatchObject([{ dueOn: '2026-12-31', to: 'packbeheerder' }]);
      await publish(ledger, '1.3.0', endingPack('1.3.0', '4'));
      expect(await about(ledger)).toEqual(['parameterLooptAf 2026-12-31 sent']);
      expect(await ledger.moments.openOfPacks(HERE, 10)).toEqual([]);
    }));

  it('is told of when it is withdrawn, and anew when that is put off', () =>
    withLedger(async ({ ledger }) => {
      await ledger.registry.withdraw(withdrawal());
      expect(await about(ledger)).toEqual(['regelpakketVervalt 2026-05-31 planned']);
      await ledger.registry.withdraw(withdrawal({ endsOn: '2026-09-01', expectedEndsOn: '2026-06-01' }));
      expect(await about(ledger)).toEqual([
        'regelpakketVervalt 2026-05-31 cancelled',
        'regelpakketVervalt 2026-08-31 planned',
      ]);
    }));

  it('plans nothing when publishing is refused', () =>
    withLedger(async ({ ledger }) => {
      await publish(ledger, '1.2.0', endingPack('1.2.0', '4'));
      await expect(publish(ledger, '1.1.0')).rejects.toMatchObject({ code: 'pack-version-not-higher' });
      expect(await about(ledger)).toEqual([]);
    }));

  it('is acted on by administrators as any reminder', () =>
    withLedger(async ({ ledger }) => {
      await publish(ledger, '1.1.0');
      const { id } = found((await lines(ledger))[0]);
      await ledger.reminders.act({ organisation: HERE, id, act: { act: 'skip' }, actorId: ACTOR.id, reason: 'bekend' });
      await publish(ledger, '1.2.0');
      expect(await about(ledger)).toEqual(['parameterLooptAf 2026-12-31 skipped']);
      expect(await ledger.moments.openOfPacks(HERE, 10)).toEqual([]);
    }));
});

import { describe, expect, it } from '@jest/globals';
import { PackInvalid } from '@samenwerkt/engine';
import { PackUnavailable } from '../errors.js';
import { miniPack } from '../testing/mini-pack.js';
import { facts, handOver, walked } from '../testing/partnerships.js';
import { count, ELSEWHERE, HERE, NOBODY, withLedger } from '../testing/workbench.js';

describe('putting a pack on the shelf', () => {
  it('adds it once', () =>
    withLedger(async ({ ledger: { shelf }, time, raw }) => {
      const { ref } = await shelf.current(HERE, 'mini');
      expect(await shelf.add(HERE, miniPack())).toEqual({ outcome: 'present', ref });
      const added = await shelf.add(HERE, miniPack({ version: '1.1.0' }));
      expect(added).toMatchObject({ outcome: 'added', ref: { name: 'mini', version: '1.1.0' } });
      const loaded = { state: 'gepubliceerd', loadedAt: time.now, publishedAt: time.now, publishedBy: 'programma' };
      expect(await shelf.list(HERE)).toMatchObject([
        { ref, ...loaded },
        { ref: added.ref, ...loaded },
      ]);
      expect(await count(raw, 'rule_pack', 'organisation_id = ?', HERE)).toBe(2);
    }));

  it('knows what is in force by its files, also after a start', () =>
    withLedger(async ({ ledger, again }) => {
      const { ref } = await ledger.shelf.current(HERE, 'mini');
      const other = await again();
      expect(await other.shelf.add(HERE, miniPack())).toEqual({ outcome: 'present', ref });
      expect((await other.shelf.current(HERE, 'mini')).pack.manifest.title.nl).toBe('Mini');
      await other.close();
    }));

  it('keeps the stored content in force when the folder changes without a new version', () =>
    withLedger(async ({ ledger, again }) => {
      const { partnership } = await walked(ledger);
      const { ref } = await ledger.shelf.current(HERE, 'mini');
      const other = await again();
      const offered = await other.shelf.add(HERE, miniPack({ title: 'Stiekem anders' }));
      expect(offered).toMatchObject({ outcome: 'differs', ref });
      expect(offered.outcome === 'differs' && offered.offered.digest).not.toBe(ref.digest);
      expect((await other.shelf.current(HERE, 'mini')).ref).toEqual(ref);
      expect((await other.shelf.version(HERE, 'mini', '1.0.0')).pack.manifest.title.nl).toBe('Mini');
      await other.writer.submit(handOver(partnership));
      const { partnership: now } = await other.partnerships.get(HERE, partnership);
      expect(now.pack).toEqual(ref);
      await other.close();
    }));

  it('refuses a pack that is not right, and keeps nothing of it', () =>
    withLedger(async ({ ledger: { shelf }, raw }) => {
      const broken = miniPack({ version: '2.0.0' }).set('rules/regels.yaml', '- id: fout');
      await expect(shelf.add(HERE, broken)).rejects.toThrow(PackInvalid);
      expect(await count(raw, 'rule_pack', `version = '2.0.0'`)).toBe(0);
    }));
});

describe('the version a partnership is pinned to', () => {
  it('is found for showing, and is nothing when it cannot be had', () =>
    withLedger(async ({ ledger: { shelf } }) => {
      const { ref } = await shelf.current(HERE, 'mini');
      const other = { ...ref, digest: '0'.repeat(64) };
      expect((await shelf.known(HERE, ref))?.ref).toEqual(ref);
      expect(await shelf.known(HERE, other)).toBeUndefined();
      await expect(shelf.policy(HERE, other)).rejects.toThrow(PackUnavailable);
    }));
});

describe('the current version', () => {
  it('is the newest by number, not by letter and not by moment', () =>
    withLedger(async ({ ledger: { shelf } }) => {
      for (const version of ['1.10.0', '1.9.0', '1.10.1', '1.2.30']) await shelf.add(HERE, miniPack({ version }));
      expect((await shelf.current(HERE, 'mini')).ref.version).toBe('1.10.1');
      await shelf.add(HERE, miniPack({ version: '2.0.0' }));
      expect((await shelf.current(HERE, 'mini')).ref.version).toBe('2.0.0');
      await shelf.add(HERE, miniPack({ version: '1.99.0' }));
      expect((await shelf.current(HERE, 'mini')).ref.version).toBe('2.0.0');
    }));

  it('is also the newest when another program added it', () =>
    withLedger(async ({ ledger, again }) => {
      expect((await ledger.shelf.current(HERE, 'mini')).ref.version).toBe('1.0.0');
      const other = await again();
      await other.shelf.add(HERE, miniPack({ version: '1.1.0' }));
      await other.close();
      expect((await ledger.shelf.current(HERE, 'mini')).ref.version).toBe('1.1.0');
    }));

  it('is for new partnerships; those that run stay with theirs', () =>
    withLedger(async ({ ledger }) => {
      const old = await walked(ledger);
      await ledger.shelf.add(HERE, miniPack({ version: '1.1.0' }));
      const young = await walked(ledger, [], { contract: facts({ kenmerk: 'SCH-2' }) });
      for (const id of [old, young]) await ledger.writer.submit(handOver(id.partnership));
      const versions = await ledger.partnerships.page(HERE, {}, 10);
      expect(versions.map(({ pack }) => pack.version)).toEqual(['1.1.0', '1.0.0']);
      const { partnership } = await ledger.partnerships.get(HERE, old.partnership);
      expect(partnership.pack.version).toBe('1.0.0');
    }));
});

describe('a pack that is not there', () => {
  it('is not found, by name or by version', () =>
    withLedger(async ({ ledger: { shelf } }) => {
      const notFound = expect.objectContaining({ code: 'not-found' });
      await expect(shelf.current(HERE, 'onbekend')).rejects.toEqual(notFound);
      await expect(shelf.version(HERE, 'mini', '9.9.9')).rejects.toEqual(notFound);
      await expect(shelf.current(NOBODY, 'mini')).rejects.toEqual(notFound);
      expect(await shelf.list(NOBODY)).toEqual([]);
    }));

  it('with the very content a partnership is pinned to leaves the partnership readable and its steps refused', () =>
    withLedger(async ({ ledger, raw, again }) => {
      const { partnership } = await walked(ledger);
      await raw.rows('DELETE FROM rule_pack');
      const other = await again();
      await expect(other.writer.submit(handOver(partnership))).rejects.toMatchObject({ code: 'pack-unavailable' });
      await expect(other.partnerships.get(HERE, partnership)).resolves.toMatchObject({ row: { version: 1 } });
      await other.close();
    }));
});

describe('each organisation', () => {
  it('has packs of its own, even under the same name and version', () =>
    withLedger(async ({ ledger: { shelf } }) => {
      await shelf.add(HERE, miniPack({ name: 'eigen', title: 'Van hier' }));
      await expect(shelf.current(ELSEWHERE, 'eigen')).rejects.toEqual(expect.objectContaining({ code: 'not-found' }));
      const there = await shelf.add(ELSEWHERE, miniPack({ name: 'eigen', title: 'Van daar' }));
      expect(there.outcome).toBe('added');
      expect((await shelf.current(HERE, 'eigen')).pack.manifest.title.nl).toBe('Van hier');
      expect((await shelf.current(ELSEWHERE, 'eigen')).pack.manifest.title.nl).toBe('Van daar');
    }));
});

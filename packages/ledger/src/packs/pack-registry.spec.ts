import { describe, expect, it } from '@jest/globals';
import { PackInvalid } from '@samenwerkt/engine';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { openLedger } from '../ledger.js';
import { MIGRATIONS } from '../migrations/index.js';
import { miniPack } from '../testing/mini-pack.js';
import { beginning, handOver, walked } from '../testing/partnerships.js';
import { KEEPER, NEXT, stepsOf, upload, withdrawal } from '../testing/registry.js';
import { count, ELSEWHERE, HERE, withFolder, withLedger } from '../testing/workbench.js';

/** A mini pack with a test that fails. */
function failing(): Map<string, string> {
  const rules = `- id: MI-01
  title: { nl: Waarde, en: Value }
  events: [principebesluitNemen]
  severity: block
  condition: contract.waarde >= euro('1000.00')
  referenceDate: vandaag
  message: { nl: Te klein., en: Too small. }
  remedy: { nl: Groter., en: Larger. }
  source: { title: Proef, page: p. 1 }
`;
  const tests = `- id: MI-T01
  title: { nl: Klein, en: Small }
  kind: rule
  date: 2026-01-01
  input: { rule: MI-01, facts: { contract: { waarde: '10.00' } } }
  expected: fulfilled
  standing: assumed
`;
  return miniPack({ version: '2.0.0' }).set('rules/regels.yaml', rules).set('tests/tests.yaml', tests);
}

/** A pack of nothing but a manifest on top of another. */
function extending(name: string, version: string): Map<string, string> {
  const manifest = miniPack({ name: 'stad' }).get('pack.yaml') ?? '';
  return new Map([['pack.yaml', `${manifest}extends: { name: ${name}, version: ${version} }\n`]]);
}

describe('an upload', () => {
  it('takes in the pack it extends, as the organisation has it in force, and stays the same when that ends', () =>
    withLedger(async ({ ledger }) => {
      const { files, organisation } = { files: extending('mini', '^1.0.0'), organisation: HERE };
      const { pack } = await ledger.registry.upload({ organisation, files, actor: KEEPER });
      const kept = await ledger.shelf.files(HERE, 'stad', '1.0.0');
      expect(kept.get('base/pack.yaml')).toContain('name: mini');
      const { pack: loaded } = await ledger.shelf.version(HERE, 'stad', '1.0.0');
      expect([...loaded.parameters.keys()]).toContain('jaaropgaveTermijnMaanden');
      expect(loaded.digest).toBe(pack.ref.digest);
    }));

  it('that extends what the organisation does not have is refused, naming it', () =>
    withLedger(async ({ ledger, raw }) => {
      for (const files of [extending('nergens', '^1.0.0'), extending('mini', '^2.0.0')])
        await expect(ledger.registry.upload({ organisation: HERE, files, actor: KEEPER })).rejects.toThrow(PackInvalid);
      expect(await count(raw, 'rule_pack', `name = 'stad'`)).toBe(0);
    }));

  it('is a concept, with what lint and its tests say', () =>
    withLedger(async ({ ledger, time }) => {
      const { outcome, pack, report } = await upload(ledger);
      expect(outcome).toBe('added');
      expect(pack).toMatchObject({ state: 'concept', loadedAt: time.now, uploadedBy: KEEPER, publishedAt: null });
      expect(report.findings).toContainEqual(expect.objectContaining({ file: 'README.md', code: 'readme-missing' }));
      expect(report.tests).toEqual([]);
      expect(await ledger.registry.report(NEXT)).toEqual(report);
      expect(await stepsOf(ledger)).toEqual(['geupload']);
    }));

  it('of the same content again changes nothing, whatever its line ends', () =>
    withLedger(async ({ ledger }) => {
      await upload(ledger);
      const files = new Map(
        [...miniPack({ version: '2.0.0' })].map(([path, text]) => [path, text.replace(/\n/g, '\r\n')]),
      );
      expect((await ledger.registry.upload({ organisation: HERE, files, actor: KEEPER })).outcome).toBe('present');
      expect(await stepsOf(ledger)).toEqual(['geupload']);
    }));

  it('replaces the concept of its version, and says what was there', () =>
    withLedger(async ({ ledger }) => {
      const first = await upload(ledger);
      const second = await upload(ledger, { title: 'Anders' });
      expect(second.outcome).toBe('replaced');
      expect(second.pack.ref.digest).not.toBe(first.pack.ref.digest);
      expect((await ledger.shelf.version(HERE, 'mini', '2.0.0')).pack.manifest.title.nl).toBe('Anders');
      expect((await ledger.registry.events(NEXT)).at(-1)).toMatchObject({
        what: 'vervangen',
        details: { digest: second.pack.ref.digest, was: first.pack.ref.digest },
      });
    }));

  it('with only another README is other content too', () =>
    withLedger(async ({ ledger }) => {
      await upload(ledger);
      const files = miniPack({ version: '2.0.0' }).set('README.md', 'Anders');
      expect((await ledger.registry.upload({ organisation: HERE, files, actor: KEEPER })).outcome).toBe('replaced');
      expect((await ledger.shelf.files(HERE, 'mini', '2.0.0')).get('README.md')).toBe('Anders');
    }));

  it('of a version that is published is refused when it differs, and present when it does not', () =>
    withLedger(async ({ ledger }) => {
      const { ref } = await ledger.shelf.current(HERE, 'mini');
      await expect(upload(ledger, { version: '1.0.0', title: 'Anders' })).rejects.toMatchObject({
        code: 'pack-immutable',
        state: 'gepubliceerd',
      });
      expect((await upload(ledger, { version: '1.0.0' })).outcome).toBe('present');
      expect((await ledger.shelf.current(HERE, 'mini')).ref).toEqual(ref);
    }));

  it('that does not load is refused with every problem, and nothing of it is kept', () =>
    withLedger(async ({ ledger, raw }) => {
      const files = miniPack({ version: '2.0.0' }).set('rules/a.yaml', '- id: fout').set('rules/b.yaml', '- id: fout');
      const refused = ledger.registry.upload({ organisation: HERE, files, actor: KEEPER });
      await expect(refused).rejects.toThrow(PackInvalid);
      const { problems } = (await refused.catch((error: unknown) => error)) as PackInvalid;
      expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['rules/a.yaml', 'rules/b.yaml']));
      expect(await count(raw, 'rule_pack', `version = '2.0.0'`)).toBe(0);
      expect(await stepsOf(ledger)).toEqual([]);
    }));
});

describe('a concept', () => {
  it('starts nothing: the published version does', () =>
    withLedger(async ({ ledger }) => {
      await upload(ledger);
      expect((await ledger.shelf.current(HERE, 'mini')).ref.version).toBe('1.0.0');
      await upload(ledger, { name: 'nieuw' });
      await expect(ledger.writer.start(beginning({ pack: 'nieuw' }))).rejects.toMatchObject({
        code: 'pack-not-published',
      });
    }));

  it('is published by somebody, starts partnerships from then on, and is published only once', () =>
    withLedger(async ({ ledger, time }) => {
      await upload(ledger);
      time.now = '2026-03-03T09:00:00.000Z';
      const published = await ledger.registry.publish(NEXT);
      expect(published).toMatchObject({ state: 'gepubliceerd', publishedAt: time.now, publishedBy: KEEPER });
      await walked(ledger);
      expect((await ledger.partnerships.page(HERE, {}, 1))[0]?.pack.version).toBe('2.0.0');
      expect(await ledger.registry.publish({ ...NEXT, actor: 'een ander' })).toEqual(published);
      expect(await stepsOf(ledger)).toEqual(['geupload', 'gepubliceerd']);
    }));

  it('is not published when it is no longer what was looked at', () =>
    withLedger(async ({ ledger }) => {
      const { digest } = (await upload(ledger)).pack.ref;
      const now = (await upload(ledger, { title: 'Anders' })).pack.ref.digest;
      await expect(ledger.registry.publish({ ...NEXT, digest })).rejects.toMatchObject({
        code: 'pack-changed',
        digest: now,
      });
      await expect(ledger.registry.remove({ ...NEXT, digest })).rejects.toMatchObject({ code: 'pack-changed' });
      expect((await ledger.registry.publish({ ...NEXT, digest: now })).state).toBe('gepubliceerd');
    }));

  it('is not published with a test that fails, and says which', () =>
    withLedger(async ({ ledger }) => {
      await ledger.registry.upload({ organisation: HERE, files: failing(), actor: KEEPER });
      await expect(ledger.registry.publish(NEXT)).rejects.toMatchObject({
        code: 'pack-not-publishable',
        report: { tests: [{ passed: false, found: 'notFulfilled', test: { id: 'MI-T01' } }] },
      });
      expect((await ledger.shelf.shelved(HERE, 'mini', '2.0.0')).state).toBe('concept');
    }));

  it('is not published when it no longer loads under this engine', () =>
    withLedger(async ({ ledger, raw }) => {
      await upload(ledger);
      await raw.damage(`UPDATE rule_pack SET files = '{"pack.yaml":"name: mini"}' WHERE version = '2.0.0'`);
      await expect(ledger.registry.publish(NEXT)).rejects.toThrow(PackInvalid);
    }));

  it.each(['0.9.0', '1.9.0'])('is not published under a number that is not higher: %s after 1.10.0', (version) =>
    withLedger(async ({ ledger }) => {
      await ledger.shelf.add(HERE, miniPack({ version: '1.10.0' }));
      await upload(ledger, { version });
      await expect(ledger.registry.publish({ ...NEXT, version })).rejects.toMatchObject({
        code: 'pack-version-not-higher',
        newest: '1.10.0',
      });
    }),
  );

  it('is deleted, and what was done to it stays on record', () =>
    withLedger(async ({ ledger }) => {
      await upload(ledger);
      await ledger.registry.remove(NEXT);
      await expect(ledger.shelf.version(HERE, 'mini', '2.0.0')).rejects.toEqual(
        expect.objectContaining({ code: 'not-found' }),
      );
      await expect(ledger.registry.remove(NEXT)).rejects.toMatchObject({ code: 'not-found' });
      await upload(ledger);
      expect(await stepsOf(ledger)).toEqual(['geupload', 'verwijderd', 'geupload']);
    }));

  it('that a partnership is judged by is neither deleted nor replaced', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      await raw.damage(`UPDATE rule_pack SET state = 'concept' WHERE organisation_id = ?`, HERE);
      const pinned = { code: 'pack-pinned' };
      await expect(ledger.registry.remove({ ...NEXT, version: '1.0.0' })).rejects.toMatchObject(pinned);
      await expect(upload(ledger, { version: '1.0.0', title: 'Anders' })).rejects.toMatchObject(pinned);
      await expect(ledger.writer.submit(handOver(partnership))).resolves.toMatchObject({ version: 2 });
    }));

  it('is published by the folder that holds the same, and stays when the folder holds something else', () =>
    withLedger(async ({ ledger }) => {
      const { digest } = (await upload(ledger)).pack.ref;
      const other = await ledger.shelf.add(HERE, miniPack({ version: '2.0.0', title: 'Anders' }));
      expect(other).toMatchObject({ outcome: 'concept', ref: { digest } });
      expect((await ledger.shelf.shelved(HERE, 'mini', '2.0.0')).state).toBe('concept');
      expect(await ledger.shelf.add(HERE, miniPack({ version: '2.0.0' }))).toMatchObject({ outcome: 'added' });
      expect(await ledger.shelf.shelved(HERE, 'mini', '2.0.0')).toMatchObject({
        state: 'gepubliceerd',
        uploadedBy: KEEPER,
        publishedBy: 'programma',
      });
      expect(await stepsOf(ledger)).toEqual(['geupload', 'geladen']);
    }));
});

describe('what two people do at the same moment', () => {
  it('publishing twice is one publication; publishing and deleting leaves one of the two', () =>
    withLedger(async ({ ledger, again }) => {
      const other = await again();
      await upload(ledger);
      await Promise.all([ledger.registry.publish(NEXT), other.registry.publish(NEXT)]);
      expect(await stepsOf(ledger)).toEqual(['geupload', 'gepubliceerd']);
      const third = { ...NEXT, version: '3.0.0' };
      await upload(ledger, { version: '3.0.0' });
      const outcomes = await Promise.allSettled([ledger.registry.remove(third), other.registry.publish(third)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await other.close();
    }));
});

describe('an organisation', () => {
  it('has concepts and endings of its own', () =>
    withLedger(async ({ ledger }) => {
      await upload(ledger);
      await ledger.registry.withdraw(withdrawal({ endsOn: '2026-03-02' }));
      expect((await ledger.shelf.current(ELSEWHERE, 'mini')).ref.version).toBe('1.0.0');
      expect(await ledger.shelf.list(ELSEWHERE)).toHaveLength(1);
    }));
});

describe('what was done to versions', () => {
  it('is only ever added to', () =>
    withLedger(async ({ raw }) => {
      await expect(raw.rows('DELETE FROM rule_pack_event')).rejects.toMatchObject({
        message: expect.stringContaining('append-only'),
      });
      await expect(raw.rows(`UPDATE rule_pack_event SET actor = 'x'`)).rejects.toMatchObject({
        message: expect.stringContaining('append-only'),
      });
    }));
});

describe('packs from before there were states', () => {
  it('are published, and were loaded by the program', () =>
    withFolder(async (folder) => {
      const file = `${folder}/oud.sqlite`;
      const before = MIGRATIONS.filter(({ name }) => Number(name.slice(-13)) < 1763806000000);
      const source = new DataSource({
        type: 'better-sqlite3',
        database: file,
        migrations: before,
        migrationsRun: true,
      });
      await source.initialize();
      await source.destroy();
      const raw = new BetterSqlite3(file);
      const at = '2026-01-02T03:04:05.000Z';
      raw.prepare('INSERT INTO organisation VALUES (?, ?, ?)').run(HERE, 'Hier', at);
      raw.prepare('INSERT INTO rule_pack VALUES (?, ?, ?, ?, ?, ?)').run(HERE, 'mini', '1.0.0', 'd', '{}', at);
      raw.close();
      const ledger = await openLedger({ file });
      expect(await ledger.shelf.list(HERE)).toMatchObject([
        { state: 'gepubliceerd', uploadedBy: 'programma', publishedAt: at, publishedBy: 'programma', endsOn: null },
      ]);
      expect(await ledger.registry.events({ ...NEXT, version: '1.0.0' })).toEqual([
        { what: 'geladen', actor: 'programma', at, details: {} },
      ]);
      await ledger.close();
    }));
});

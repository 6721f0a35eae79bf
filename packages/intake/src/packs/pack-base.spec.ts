import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newPolicy, withBase } from '@samenwerkt/engine';
import { LOCAL_ORGANISATION, openLedger, type Ledger } from '@samenwerkt/ledger';
import { loadPackFolder, packsIn, readPackFolder } from './pack-folder.js';

const MOMENT = '2026-11-22T12:00:00.000Z';
let folder: string;
let ledger: Ledger;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samenwerkt-packs-'));
  ledger = await openLedger({ file: ':memory:', secretKey: { text: 'ab'.repeat(32) } });
  await ledger.ensureOrganisation(LOCAL_ORGANISATION.id, LOCAL_ORGANISATION.name);
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A pack that has nothing but a manifest, and the pack it extends. */
function extending(name: string, base: string): void {
  const manifest = newPolicy(name, MOMENT).get('pack.yaml') ?? '';
  write(name, new Map([['pack.yaml', `${manifest}extends: { name: ${base}, version: ^0.1.0 }\n`]]));
}

describe('a folder of packs', () => {
  it('is read so that a pack holds the pack beside it that it extends', async () => {
    write('basisbeleid', newPolicy('basisbeleid', MOMENT));
    extending('stad', 'basisbeleid');
    expect(await loadPackFolder(ledger, LOCAL_ORGANISATION.id, folder)).toEqual([]);
    const { pack } = await ledger.shelf.current(LOCAL_ORGANISATION.id, 'stad');
    expect(pack.rules.map(({ rule }) => rule.id)).toEqual(['VB-01']);
  });

  it('says of which pack the base is not there, and loads the others', async () => {
    write('basisbeleid', newPolicy('basisbeleid', MOMENT));
    extending('stad', 'nergens');
    const notes = await loadPackFolder(ledger, LOCAL_ORGANISATION.id, folder);
    expect(notes[0]).toBe('Regelpakket stad is niet geladen:');
    expect(notes[1]).toMatch(
      /stad\/pack\.yaml:\d+ Dit pakket breidt nergens \^0\.1\.0 uit, maar dat ligt niet in base\//,
    );
    const { ref } = await ledger.shelf.current(LOCAL_ORGANISATION.id, 'basisbeleid');
    expect(ref.name).toBe('basisbeleid');
  });

  it('gives the pack of the first folder that has one of the name', () => {
    write('basisbeleid', newPolicy('basisbeleid', MOMENT));
    extending('stad', 'basisbeleid');
    const find = packsIn(join(folder, 'leeg'), folder);
    const files = withBase(readPackFolder(join(folder, 'stad')), find);
    expect(files.get('base/pack.yaml')).toContain('name: basisbeleid');
    expect(find('elders', '^1.0.0')).toBeUndefined();
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newPolicy } from '@samenwerkt/engine';
import { openLedger, type Ledger } from '@samenwerkt/ledger';
import { loadPackFolder } from './pack-folder.js';

const organisation = '01900000-0000-7000-8000-00000000000a';

let folder: string;
let ledger: Ledger;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samenwerkt-packs-'));
  ledger = await openLedger({ file: join(folder, 'ledger.sqlite') });
  await ledger.ensureOrganisation(organisation, 'Hier');
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const files = (readme?: string) => {
  const pack = new Map(newPolicy('proef', '2026-11-22T12:00:00.000Z'));
  return readme === undefined ? pack : pack.set('records.yaml', '[]').set('README.md', readme);
};

function write(pack: ReadonlyMap<string, string>): void {
  for (const [path, text] of pack) {
    mkdirSync(dirname(join(folder, 'packs/proef', path)), { recursive: true });
    writeFileSync(join(folder, 'packs/proef', path), text);
  }
}

const load = () => loadPackFolder(ledger, organisation, join(folder, 'packs'));
const states = async () => (await ledger.shelf.list(organisation)).map(({ state }) => state);

describe('a folder of packs', () => {
  it('is loaded as published, once', async () => {
    write(files());
    expect([await load(), await load()]).toEqual([[], []]);
    expect(await states()).toEqual(['gepubliceerd']);
  });

  it('with other content than what is published is told to raise the version', async () => {
    write(files());
    await load();
    write(files('Anders'));
    expect(await load()).toEqual([expect.stringContaining('Verhoog de versie in proef/pack.yaml')]);
  });

  it('with other content than a concept leaves the concept, and says what to do', async () => {
    await ledger.registry.upload({ organisation, files: files('Anders'), actor: 'beheerder' });
    write(files());
    expect(await load()).toEqual([expect.stringContaining('Publiceer of verwijder het concept')]);
    expect(await states()).toEqual(['concept']);
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { PROGRAM } from '../../workplace.js';
import { packList } from './pack-list.js';
import { packPublish } from './pack-publish.js';
import { packUpload } from './pack-upload.js';
import { packWithdraw } from './pack-withdraw.js';

let folder: string;
let said: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samenwerkt-pack-'));
  said = [];
  for (const stream of ['log', 'error'] as const)
    jest.spyOn(console, stream).mockImplementation((text: string) => void said.push(text));
  cpSync(join(PROGRAM, 'rule-packs/haaglanden'), at('p'), { recursive: true });
  change('pack.yaml', 'version: 1.1.0', 'version: 7.0.0');
  writeFileSync(at('samenwerkt.sqlite'), '');
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const at = (...names: string[]): string => join(folder, ...names);
const change = (file: string, from: string, to: string): void =>
  writeFileSync(at('p', file), readFileSync(at('p', file), 'utf8').replace(from, to));

/** What `samenwerkt pack …` says on an administration of its own. */
async function pack(...args: string[]): Promise<string> {
  said = [];
  const program = new Command('samenwerkt').option('--lang <taal>', '', 'nl').option('--data-dir <map>', '', folder);
  for (const add of [packUpload, packPublish, packWithdraw, packList]) add(program);
  await program.parseAsync(['pack', ...args], { from: 'user' });
  return said.join('\n');
}

const WITHDRAW = ['withdraw', 'haaglanden', '1.1.0', '--reason', 'Nieuw beleid', '--ends-on'];

describe('samenwerkt pack', () => {
  it('takes a version from concept to published to ended', async () => {
    expect(await pack('upload', at('p'))).toMatch(
      /\d+ geslaagd, 0 niet geslaagd\.\nhaaglanden 7\.0\.0 is nu een concept \(concept\)\. [0-9a-f]{64}$/,
    );
    expect(await pack('list')).toContain('haaglanden 1.1.0  gepubliceerd\nhaaglanden 7.0.0  concept');
    expect(await pack('publish', 'haaglanden', '7.0.0')).toMatch(/^haaglanden 7\.0\.0 is gepubliceerd sinds 20/);
    expect(await pack(...WITHDRAW, '2999-01-01', '--replaced-by', '7.0.0')).toBe(
      'haaglanden 1.1.0 vervalt per 2999-01-01 (gepubliceerd)',
    );
    expect(await pack('list', '--lang', 'en')).toContain(
      'haaglanden 1.1.0  gepubliceerd  until 2999-01-01, then haaglanden 7.0.0',
    );
    await expect(pack(...WITHDRAW, '2998-01-01')).rejects.toMatchObject({ code: 'pack-state-conflict' });
    expect(await pack(...WITHDRAW, '2998-01-01', '--expected-ends-on', '2999-01-01')).toContain('2998-01-01');
  });

  it('says of an upload that was there already that it was', async () => {
    await pack('upload', at('p'));
    expect(await pack('upload', at('p'))).toContain('haaglanden 7.0.0 stond er al (concept).');
    change('README.md', '#', '##');
    expect(await pack('upload', at('p'))).toContain('is nu een concept, in plaats van het vorige');
  });

  it('names every fault of a pack that does not load, and keeps nothing', async () => {
    change('valuation.yaml', 'cumulation: sum', 'cumulation: soms');
    await expect(pack('upload', at('p'))).rejects.toThrow('heeft 1 fout(en); er is niets bewaard.');
    expect(said.join('\n')).toMatch(/p\/valuation\.yaml:\d+:13 Hier hoort een van: sum, highest/);
    expect(await pack('list')).not.toContain('7.0.0');
  });

  it('refuses to publish with a test that fails, and shows which', async () => {
    change('parameters/langsteDuurMaanden/standaard.yaml', 'value: 12', 'value: 18');
    expect(await pack('upload', at('p'))).toContain('✗ HA-T01');
    await expect(pack('publish', 'haaglanden', '7.0.0')).rejects.toMatchObject({ code: 'pack-not-publishable' });
    expect(said.join('\n')).toContain('verwacht: 10000.00   gevonden: 15000.00');
  });

  it('asks for a version as the replacement', async () => {
    await expect(pack(...WITHDRAW, '2999-01-01', '--replaced-by', 'straks')).rejects.toThrow(UsageFault);
    expect(await pack(...WITHDRAW, '2999-01-01', '--replaced-by', 'basis@1.2.0')).toContain('vervalt per');
    expect(await pack('list')).toContain('tot 2999-01-01, dan basis 1.2.0');
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PackInvalid } from '@samenwerkt/engine';
import { readPackArchive, readPackFolder } from '@samenwerkt/intake';
import { Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { packGroup } from './group.js';
import { packDiff } from './pack-diff.js';
import { packLint } from './pack-lint.js';
import { packNew } from './pack-new.js';
import { packPack } from './pack-pack.js';

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenwerkt-pack-'));
  said = [];
  for (const stream of ['log', 'error'] as const)
    jest.spyOn(console, stream).mockImplementation((text: string) => void said.push(text));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
  process.exitCode = undefined;
});

/** What `samenwerkt pack …` says, and with which exit code. */
async function pack(...args: string[]): Promise<{ out: string; code: number }> {
  said = [];
  process.exitCode = undefined;
  const program = new Command('samenwerkt').option('--lang <taal>', '', 'nl');
  for (const add of [packNew, packLint, packDiff, packPack]) add(program);
  await program.parseAsync(['pack', ...args], { from: 'user' });
  return { out: said.join('\n'), code: Number(process.exitCode ?? 0) };
}

const at = (...names: string[]): string => join(folder, ...names);
const change = (file: string, from: string, to: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

describe('samenwerkt pack', () => {
  it('is one group, whoever makes it first', () => {
    const program = new Command();
    expect(packGroup(program)).toBe(packGroup(program));
    expect(program.commands.map((command) => command.name())).toEqual(['pack']);
  });

  it('goes from nothing to an archive that others can read', async () => {
    expect((await pack('new', 'gemeente-voorbeeld', at('p'))).out).toContain('6 bestanden');
    expect(await pack('lint', at('p'))).toEqual({ out: '0 fout(en), 0 waarschuwing(en), 0 opmerking(en).', code: 0 });
    const { out } = await pack('pack', at('p'), '-o', at('p.tar.gz'));
    expect(out).toMatch(/6 bestanden, \d+ bytes\nsha256 [0-9a-f]{64}\nregelpakket [0-9a-f]{64}$/);
    expect(readPackArchive(readFileSync(at('p.tar.gz')))).toEqual(readPackFolder(at('p')));
    expect((await pack('lint', at('p.tar.gz'))).code).toBe(0);
  });

  it('packs the same folder into the same bytes', async () => {
    await pack('new', 'voorbeeld', at('p'));
    await pack('pack', at('p'), '-o', at('een.tar.gz'));
    await pack('pack', at('p'), '--output', at('twee.tar.gz'));
    expect(readFileSync(at('een.tar.gz'))).toEqual(readFileSync(at('twee.tar.gz')));
  });

  it('does not begin in a folder that holds something, nor under a name that cannot be', async () => {
    await pack('new', 'voorbeeld', at('p'));
    await expect(pack('new', 'voorbeeld', at('p'))).rejects.toThrow(UsageFault);
    await expect(pack('new', 'Voor beeld', at('q'))).rejects.toMatchObject({ code: 'pack-name-invalid' });
  });

  it('names every mistake with file and line, exits 1, and packs nothing', async () => {
    await pack('new', 'voorbeeld', at('p'));
    change(at('p/rules/drempel.yaml'), 'severity: block', 'severity: blok');
    const { out, code } = await pack('lint', at('p'));
    expect(out).toMatch(
      /^rules\/drempel\.yaml:\d+:13 fout: Hier hoort een van: block, warn; er staat 'blok'\. \(value-wrong\)/,
    );
    expect(code).toBe(1);
    await expect(pack('pack', at('p'), '-o', at('p.tar.gz'))).rejects.toThrow('1 fout(en); er is niets ingepakt.');
    expect(said.join('\n')).toContain("er staat 'blok'");
    await expect(pack('diff', at('p'), at('p'))).rejects.toThrow(PackInvalid);
  });

  it('warns in the language that is asked for, with exit code 0', async () => {
    await pack('new', 'voorbeeld', at('p'));
    change(at('p/parameters/drempelContractwaarde.yaml'), ', page: p. 1', '');
    const { out, code } = await pack('lint', at('p'), '--lang', 'en');
    expect(out).toContain("warning: The source 'Inkoopbeleid' cannot be looked up");
    expect(out).toContain('0 error(s), 1 warning(s), 0 note(s).');
    expect(code).toBe(0);
  });

  it('says what a new version touches, from a folder and an archive', async () => {
    await pack('new', 'voorbeeld', at('p'));
    await pack('pack', at('p'), '-o', at('oud.tar.gz'));
    change(at('p/parameters/drempelContractwaarde.yaml'), "'100000.00'", "'50000.00'");
    expect((await pack('diff', at('oud.tar.gz'), at('p'))).out).toBe(
      [
        '[major] Parameter drempelContractwaarde veranderd: Contractwaarde vanaf waar wij social return vragen.',
        '    vanaf 2026-01-01: € 100.000,00 → € 50.000,00',
        'Versie 0.1.0 → 0.1.0 is niet genoeg: besluiten kunnen anders uitvallen. Maak er 1.0.0 van.',
      ].join('\n'),
    );
  });

  it('takes the pack that another extends from beside it, and packs both into one archive', async () => {
    await pack('new', 'basisbeleid', at('basisbeleid'));
    await pack('new', 'stad', at('stad'));
    for (const name of ['rules', 'tests']) rmSync(at('stad', name), { recursive: true });
    change(at('stad/pack.yaml'), 'licence:', 'extends: { name: basisbeleid, version: ^0.1.0 }\nlicence:');
    change(at('stad/parameters/drempelContractwaarde.yaml'), "'100000.00'", "'50000.00'");
    expect(await pack('lint', at('stad'))).toEqual({
      out: '0 fout(en), 0 waarschuwing(en), 0 opmerking(en).',
      code: 0,
    });
    await pack('pack', at('stad'), '-o', at('stad.tar.gz'));
    const inside = [...readPackArchive(readFileSync(at('stad.tar.gz'))).keys()];
    expect(inside).toEqual(expect.arrayContaining(['base/pack.yaml', 'base/rules/drempel.yaml', 'pack.yaml']));
    rmSync(at('basisbeleid'), { recursive: true });
    expect((await pack('lint', at('stad.tar.gz'))).code).toBe(0);
    expect((await pack('lint', at('stad'))).out).toContain('base-missing');
  });

  it('takes a pack that comes with the program from there', async () => {
    await pack('new', 'stad', at('stad'));
    change(at('stad/pack.yaml'), 'licence:', 'extends: { name: basis, version: ^1.0.0 }\nlicence:');
    const { out, code } = await pack('lint', at('stad'));
    expect(out).not.toContain('fout:');
    expect(code).toBe(0);
  });

  it('says so when there is nothing at the name given', async () => {
    await expect(pack('lint', at('nergens'))).rejects.toThrow(/does not exist/);
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PackSourceRefused } from '@samenwerkt/intake';
import { Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { PROGRAM } from '../../workplace.js';
import { packExplain } from './pack-explain.js';
import { packTest } from './pack-test.js';

const shipped = join(PROGRAM, 'rule-packs', 'haaglanden');
let folder: string;
let said: string[];

/** Runs the program with these words, and gives what it said. */
function run(...words: string[]): string[] {
  const program = new Command('samenwerkt').option('--lang <taal>', 'taal', 'nl');
  packTest(program);
  packExplain(program);
  program.parse(words, { from: 'user' });
  return said;
}

const change = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, file), text.replace(from, to));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenwerkt-pack-'));
  cpSync(shipped, folder, { recursive: true });
  said = [];
  const hear = (line: string): void => void said.push(...line.split('\n'));
  jest.spyOn(console, 'log').mockImplementation(hear);
  jest.spyOn(console, 'error').mockImplementation(hear);
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
  process.exitCode = undefined;
});

describe('samenwerkt pack test', () => {
  it('says of every test of a pack that it passed', () => {
    const lines = run('pack', 'test', folder);
    expect(lines[0]).toBe('✓ HA-T01  WW, 18 uur, 18 maanden: hoogstens 12 maanden tellen: 10000.00');
    expect(lines.at(-1)).toBe('29 geslaagd, 0 niet geslaagd.');
    expect(process.exitCode).toBeUndefined();
  });

  it('says of one that fails what was expected and found, and fails itself', () => {
    change('parameters/langsteDuurMaanden/standaard.yaml', 'value: 12', 'value: 18');
    const lines = run('--lang', 'en', 'pack', 'test', folder);
    expect(lines.slice(0, 2)).toEqual([
      '✗ HA-T01  WW, 18 hours, 18 months: at most 12 months count: 15000.00',
      '    expected: 10000.00   found: 15000.00',
    ]);
    expect(lines.at(-1)).toBe('28 passed, 1 failed.');
    expect(process.exitCode).toBe(1);
  });

  it('names what was missing', () => {
    change('tests/bouwblokken.yaml', 'urenPerWeek: 18, ', '');
    expect(run('pack', 'test', folder)[2]).toBe('    ontbreekt: urenPerWeek');
  });

  it('shows every problem of a pack that does not load, with file and line', () => {
    change('valuation.yaml', 'cumulation: sum', 'cumulation: soms');
    expect(run('pack', 'test', folder)).toEqual([
      expect.stringMatching(/valuation\.yaml:\d+:13 Hier hoort een van: sum, highest; er staat 'soms'\.$/),
    ]);
    expect(process.exitCode).toBe(1);
  });

  it('refuses a folder that is not there', () => {
    expect(() => run('pack', 'test', join(folder, 'nergens'))).toThrow(PackSourceRefused);
  });

  it('says so when a pack has no tests', () => {
    rmSync(join(folder, 'tests'), { recursive: true });
    expect(run('pack', 'test', folder)).toEqual(['Dit pakket heeft geen tests; zet ze in tests/.']);
  });
});

describe('samenwerkt pack explain', () => {
  it('shows the way to the outcome of one test', () => {
    const lines = run('pack', 'explain', folder, 'HA-T02').join('\n');
    expect(lines).toContain('30 maanden; hoogstens 24 tellen mee.');
    expect(lines).toContain('€ 40.000,00 × 36/36 × 24/12 = € 80.000,00');
    expect(lines).toContain('geldt sinds 2023-07-01; bron: Gemeente Den Haag');
  });

  it('refuses a test that the pack does not have', () => {
    expect(() => run('pack', 'explain', folder, 'HA-T99')).toThrow(UsageFault);
  });
});

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { PROGRAM } from '../../workplace.js';
import { packKeygen } from './pack-keygen.js';
import { packPack } from './pack-pack.js';
import { packSign } from './pack-sign.js';
import { packVerify } from './pack-verify.js';

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenwerkt-teken-'));
  said = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(...text.split('\n')));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const at = (...names: string[]): string => join(folder, ...names);

/** What `samenwerkt pack …` says. */
async function pack(...args: string[]): Promise<string[]> {
  said = [];
  const program = new Command('samenwerkt').option('--lang <taal>', '', 'nl').exitOverride();
  for (const add of [packPack, packKeygen, packSign, packVerify]) add(program);
  await program.parseAsync(['pack', ...args], { from: 'user' });
  return said;
}

/** A key pair, and an archive of a shipped pack signed with it. */
async function signed(name = 'defensie'): Promise<string> {
  const archive = at(`${name}.tar.gz`);
  await pack('pack', join(PROGRAM, 'rule-packs', name), '-o', archive);
  if (!existsSync(at('sleutel'))) await pack('keygen', at('sleutel'));
  await pack('sign', archive, '--key', at('sleutel'));
  return archive;
}

const refused = (reason: string) => expect.objectContaining({ code: 'pack-signature-refused', reason });

describe('samenwerkt pack keygen', () => {
  it('makes a private key for its owner only, and a public one beside it', async () => {
    const lines = await pack('keygen', at('sleutel'));
    expect(statSync(at('sleutel')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('sleutel'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(readFileSync(at('sleutel.pub'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(lines.at(-1)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each(['sleutel', 'sleutel.pub'])('never writes over %s, and then writes nothing', async (name) => {
    writeFileSync(at(name), 'kostbaar');
    await expect(pack('keygen', at('sleutel'))).rejects.toMatchObject({
      code: 'usage',
      nl: expect.stringContaining('bestaat al'),
    });
    expect(readFileSync(at(name), 'utf8')).toBe('kostbaar');
    expect(['sleutel', 'sleutel.pub'].filter((one) => existsSync(at(one)))).toEqual([name]);
  });

  it('says so when there is no such folder', async () => {
    await expect(pack('keygen', at('nergens/sleutel'))).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('samenwerkt pack verify', () => {
  it('says who signed what, by one key or by a folder of keys', async () => {
    const archive = await signed();
    const lines = await pack('verify', archive, '--key', at('sleutel.pub'));
    expect(lines[0]).toMatch(/^defensie \d+\.\d+\.\d+ is ondertekend met sleutel\.pub en sindsdien niet gewijzigd\.$/);
    mkdirSync(at('vertrouwd'));
    await pack('keygen', at('vertrouwd/ander'));
    cpSync(at('sleutel.pub'), at('vertrouwd/gemeente.pub'));
    expect((await pack('verify', archive, '--trust', at('vertrouwd'), '--lang', 'en'))[0]).toMatch(
      /was signed with gemeente\.pub and has not been changed since\.$/,
    );
  });

  it('refuses an archive that is not the one signed, and a signature of another', async () => {
    const archive = await signed();
    const other = await signed('rijksschoonmaak');
    const key = ['--key', at('sleutel.pub')];
    await expect(pack('verify', other, '--signature', `${archive}.sig`, ...key)).rejects.toEqual(refused('other-pack'));
    writeFileSync(archive, readFileSync(archive).subarray(0, 3000));
    await expect(pack('verify', archive, ...key)).rejects.toEqual(refused('archive-unreadable'));
    writeFileSync(`${archive}.sig`, readFileSync(`${archive}.sig`).subarray(0, 100));
    await expect(pack('verify', archive, ...key)).rejects.toEqual(refused('signature-incomplete'));
    await expect(pack('verify', archive, '--signature', at('sleutel.pub'), ...key)).rejects.toEqual(
      refused('not-a-signature'),
    );
  });

  it('refuses a stranger, a private key, and a folder in which something is no key', async () => {
    const archive = await signed();
    mkdirSync(at('leeg'));
    await expect(pack('verify', archive, '--trust', at('leeg'))).rejects.toEqual(refused('other-key'));
    await expect(pack('verify', archive, '--key', at('sleutel'))).rejects.toEqual(refused('key-private'));
    writeFileSync(at('leeg/kapot.pub'), 'x');
    await expect(pack('verify', archive, '--trust', at('leeg'))).rejects.toEqual(refused('key-unusable'));
  });

  it('asks whom to trust, and says what cannot be read', async () => {
    const archive = await signed();
    await expect(pack('verify', archive)).rejects.toMatchObject({ code: 'usage' });
    await expect(pack('verify', archive, '--key', at('sleutel.pub'), '--trust', folder)).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(pack('verify', archive, '--trust', at('nergens'))).rejects.toMatchObject({ code: 'usage' });
    await expect(pack('verify', at('nergens'), '--key', at('sleutel.pub'))).rejects.toThrow(/nergens\.sig/);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerLocation } from './location.js';
import { secretSetting } from './secret-setting.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenwerkt-secret-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const file = join(folder, 'geheim');
  writeFileSync(file, text);
  return file;
}

describe('a setting that holds a secret', () => {
  it('stands in the environment, or in a file that the environment names', () => {
    expect(secretSetting({ SMTP_URL: 'smtp://mail' }, 'SMTP_URL')).toBe('smtp://mail');
    expect(secretSetting({ SMTP_URL_FILE: fileWith('smtp://post\n') }, 'SMTP_URL')).toBe('smtp://post');
  });

  it('is left out when nothing or nothing but emptiness is given', () => {
    expect(secretSetting({}, 'SMTP_URL')).toBeUndefined();
    expect(secretSetting({ SMTP_URL: '', SMTP_URL_FILE: '' }, 'SMTP_URL')).toBeUndefined();
  });

  it('is refused when it is given twice, without repeating it', () => {
    const twice = () => secretSetting({ SMTP_URL: 'smtp://a:geheim@b', SMTP_URL_FILE: fileWith('x') }, 'SMTP_URL');
    expect(twice).toThrow(/SMTP_URL and SMTP_URL_FILE are both set/);
    expect(twice).not.toThrow(/geheim/);
  });

  it.each(['leeg', 'weg'])('is refused when its file is %s, naming the file', (how) => {
    const file = how === 'leeg' ? fileWith(' \n') : join(folder, 'nergens');
    expect(() => secretSetting({ SMTP_URL_FILE: file }, 'SMTP_URL')).toThrow(file);
  });

  it('is how the database is found as well', () => {
    const file = fileWith('postgres://iemand:geheim@db:5432/naam\n');
    expect(ledgerLocation('data', { DATABASE_URL_FILE: file }).url).toBe('postgres://iemand:geheim@db:5432/naam');
  });
});

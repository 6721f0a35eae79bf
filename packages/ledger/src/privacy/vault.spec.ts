import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openLedger, type Ledger } from '../ledger.js';
import { databaseOf, ELSEWHERE, HERE, NOBODY, SECRET_KEY, withLedger } from '../testing/workbench.js';
import { newKey } from './sealing.js';
import { rewrap } from './vault.js';

const NAME = 'Anna de Vries';
const ANNA = '01900000-0000-7000-8000-0000000000a1';
const BAS = '01900000-0000-7000-8000-0000000000b2';

const sealed = (ledger: Ledger, subject = ANNA, text = NAME) =>
  databaseOf(ledger).write(() => ledger.vault.seal(HERE, subject, text));
const opened = (ledger: Ledger, text: string, subject = ANNA, organisation = HERE) =>
  databaseOf(ledger).read(() => ledger.vault.open(organisation, { subject, sealed: text }));

describe('the vault', () => {
  it('gives back what was sealed, which nobody can read without it', () =>
    withLedger(async ({ ledger }) => {
      const one = await sealed(ledger);
      const two = await sealed(ledger);
      expect(one).not.toContain(NAME);
      expect(one).not.toBe(two);
      expect(await opened(ledger, one)).toBe(NAME);
      expect(await opened(ledger, two)).toBe(NAME);
    }));

  it('gives it back after the ledger was closed, with the key that is not in the database', () =>
    withLedger(async ({ ledger, again, raw }) => {
      const text = await sealed(ledger);
      const other = await again();
      expect(await opened(other, text)).toBe(NAME);
      await other.close();
      expect(JSON.stringify(await raw.rows('SELECT * FROM subject_key'))).not.toContain(NAME);
    }));

  it('gives nothing once the key of the subject is destroyed, and seals nothing for them any more', () =>
    withLedger(async ({ ledger }) => {
      const anna = await sealed(ledger);
      const bas = await sealed(ledger, BAS, 'Bas');
      expect(await databaseOf(ledger).write(() => ledger.vault.destroy(HERE, ANNA))).toBe(true);
      expect(await opened(ledger, anna)).toBeUndefined();
      expect(await opened(ledger, bas, BAS)).toBe('Bas');
      await expect(sealed(ledger)).rejects.toMatchObject({ code: 'subject-erased' });
      expect(await databaseOf(ledger).write(() => ledger.vault.destroy(HERE, ANNA))).toBe(false);
    }));

  it('opens nothing of another organisation, of somebody else, or that was changed', () =>
    withLedger(async ({ ledger }) => {
      const text = await sealed(ledger);
      await sealed(ledger, BAS, 'Bas');
      expect(await opened(ledger, text, ANNA, ELSEWHERE)).toBeUndefined();
      expect(await opened(ledger, text, NOBODY)).toBeUndefined();
      await expect(opened(ledger, text, BAS)).rejects.toMatchObject({ code: 'seal-broken' });
      const changed = text.slice(0, -2) + (text.endsWith('AA') ? 'BB' : 'AA');
      await expect(opened(ledger, changed)).rejects.toMatchObject({ code: 'seal-broken' });
      await expect(opened(ledger, 'v2.x')).rejects.toMatchObject({ code: 'seal-broken' });
    }));

  it('finds a text again by its index, which differs per organisation and kind', () =>
    withLedger(async ({ ledger: { vault }, again }) => {
      const index = vault.indexOf(HERE, 'name', NAME);
      const other = await again();
      expect(other.vault.indexOf(HERE, 'name', NAME)).toBe(index);
      await other.close();
      const others = [vault.indexOf(ELSEWHERE, 'name', NAME), vault.indexOf(HERE, 'email', NAME)];
      expect(new Set([index, ...others]).size).toBe(3);
    }));
});

describe('the installation key', () => {
  it('can be replaced: everything opens under the new one, and nothing under the old', () =>
    withLedger(async ({ ledger, location }) => {
      const text = await sealed(ledger);
      const index = ledger.vault.indexOf(HERE, 'name', NAME);
      const from = { key: Reflect.get(ledger.vault, 'installation') as Buffer, where: 'oud' };
      const to = { key: newKey(), where: 'nieuw' };
      expect(await rewrap(databaseOf(ledger), from, to)).toBe(1);
      await expect(rewrap(databaseOf(ledger), from, to)).rejects.toMatchObject({ code: 'secret-key-wrong' });
      await expect(openLedger({ ...location, secretKey: { text: from.key.toString('hex') } })).rejects.toMatchObject({
        code: 'secret-key-wrong',
      });
      const after = await openLedger({ ...location, secretKey: { text: to.key.toString('base64') } });
      expect(await opened(after, text)).toBe(NAME);
      expect(after.vault.indexOf(HERE, 'name', NAME)).toBe(index);
      await after.close();
    }));

  it.each(['', 'kort', 'zz'.repeat(32)])('is refused when it is %j, without repeating it', (text) =>
    withLedger(async ({ location }) => {
      const file = join(dirname(location.file), 'sleutel');
      writeFileSync(file, text);
      const error = await openLedger({ ...location, secretKey: { file } }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'secret-key-invalid' });
      if (text !== '') expect(String(error)).not.toContain(text);
    }),
  );

  it('must be given when several machines share a database', () =>
    withLedger(async ({ location }) => {
      const { url, file } = location;
      if (url !== undefined)
        await expect(openLedger({ file, url })).rejects.toMatchObject({ code: 'secret-key-missing' });
      else expect(statSync(join(dirname(file), 'secret.key')).mode & 0o777).toBe(0o600);
    }));

  it('is not made anew for an administration that was sealed already', () =>
    withLedger(async ({ location, again }) => {
      if (location.url !== undefined) return expect(SECRET_KEY).toHaveLength(64);
      const file = join(dirname(location.file), 'secret.key');
      const kept = readFileSync(file);
      rmSync(file);
      await expect(again()).rejects.toMatchObject({ code: 'secret-key-lost' });
      writeFileSync(file, newKey().toString('hex'));
      await expect(again()).rejects.toMatchObject({ code: 'secret-key-wrong' });
      writeFileSync(file, kept);
      chmodSync(file, 0o600);
      await (await again()).close();
    }));
});

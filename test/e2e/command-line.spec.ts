import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { samenwerkt } from '../support/command-line.js';
import { fire, get, startPartnership } from '../support/client.js';
import { tamper } from '../support/database.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
const file = (name: string) => join(place.folder, name);
const register = readFileSync(join(ROOT, 'demo/contracten.csv'), 'utf8');

let host: RunningHost;
let id: string;

beforeAll(async () => {
  host = await startHost(place.folder);
  id = await startPartnership(host, { kenmerk: 'MERW-1' });
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

const run = (...args: string[]) => samenwerkt(place.folder, ...args);
const json = (event: string) => JSON.stringify(sampleData('stappenplan-2020', event));

describe('the command line, beside a running host', () => {
  it('explains itself', () => {
    const { code, out } = run('--help');
    expect(code).toBe(0);
    for (const command of ['import', 'show', 'fire', 'why', 'history', 'verify', 'rebuild', 'demo'])
      expect(out).toContain(command);
  });

  it('fires an event that the host sees at once, and finds a partnership by the reference of its contract', async () => {
    const { code, out } = run('fire', 'MERW-1', 'principebesluitNemen', '--data', json('principebesluitNemen'));
    expect([code, out]).toEqual([0, 'Vastgelegd als versie 2; staat in: werkgroep\n']);
    expect((await get(host, `/partnerships/${id}`)).body.version).toBe(2);
  });

  it('shows where it stands, now and on a day, and what happened', () => {
    expect(run('show', 'MERW-1').out).toContain('1b  Werkgroep');
    expect(run('show', 'MERW-1', '--at', '2001-01-01').err).toContain(
      'Op 2001-01-01 was dit partnerschap nog niet begonnen',
    );
    expect(run('history', 'MERW-1').out).toMatch(
      /1 {2}\S+ {2}partnerschapStarten[\s\S]*2 {2}\S+ {2}principebesluitNemen/,
    );
  });

  it('says why an event may not happen, with the source', () => {
    const { out } = run('why', 'MERW-1', 'werkgroepInstellen', '--as', 'opdrachtnemer');
    expect(out).toContain('mag alleen door');
    expect(out).toContain('Back-up van de coördinator is nog niet vastgelegd');
    expect(out).toContain('p. 10');
    expect(run('why', 'MERW-1').out).toContain('(werkgroepInstellen) — kan, met deze gegevens');
  });

  it('refuses with every reason and exit code 1', () => {
    const { code, err } = run('fire', 'MERW-1', 'gunnen');
    expect(code).toBe(1);
    expect(err).toContain('Mogelijk is: ');
    expect(run('fire', 'MERW-1', 'opschorten', '--data', '{kapot').err).toContain('--data is geen geldige JSON');
    expect(run('fire', 'onbekend', 'opschorten').err).toContain('Er is geen partnerschap onbekend');
    expect(run('--lang', 'en', 'fire', 'onbekend', 'opschorten').err).toContain('There is no partnership onbekend');
  });

  it('verifies everything', () => {
    expect(run('verify')).toMatchObject({ code: 0, out: '1 in orde, 0 niet in orde.\n' });
  });
});

describe('the import of contracts', () => {
  it('shows what would come, and records nothing', async () => {
    writeFileSync(file('goed.csv'), register);
    const { code, out } = run('import', file('goed.csv'), '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('40 contracten zouden worden geïmporteerd');
    expect(await countContracts()).toBe(1);
  });

  it('names every faulty cell by line and column, and imports nothing at all', async () => {
    const lines = register.trimEnd().split('\n');
    lines[3] = (lines[3] ?? '').replace(/;dienst;|;werk;|;levering;/, ';cadeau;');
    writeFileSync(file('fout.csv'), lines.join('\n'));
    const { code, err } = run('import', file('fout.csv'));
    expect(code).toBe(1);
    expect(err).toMatch(/fout\.csv:4:\d+ \(soort\)/);
    expect(err).toContain('er is niets geïmporteerd');
    expect(await countContracts()).toBe(1);
  });

  it('says of a Windows-1252 file with decimal commas what it is and how to read it, and reads it when told', async () => {
    const header = 'kenmerk;titel;leverancier;categorie;soort;waarde';
    writeFileSync(
      file('windows.csv'),
      Buffer.from(
        `${header}\r\nW-1;Café’s;Coöperatie Zuiderkruis;catering;dienst;1.440.000,50\r\n`.replace('’', '\u0092'),
        'latin1',
      ),
    );
    const refused = run('import', file('windows.csv'));
    expect(refused.err).toMatch(/windows\.csv:2:\d+.*Windows-1252/);
    const commas = run('import', file('windows.csv'), '--encoding', 'windows-1252');
    expect(commas.err).toMatch(/windows\.csv:2:6 \(waarde\).*comma/);
    expect(await countContracts()).toBe(1);
    expect(run('import', file('windows.csv'), '--encoding', 'windows-1252', '--decimals', 'comma').out).toBe(
      '1 contracten geïmporteerd.\n',
    );
    const [contract] = (await get(host, '/contracts?limit=1')).body.items as unknown as {
      facts: { titel: string; waarde: string };
    }[];
    expect(contract?.facts).toMatchObject({ titel: 'Café’s', waarde: '1440000.50' });
  });

  it('imports all, once', async () => {
    expect(run('import', file('goed.csv')).out).toBe('40 contracten geïmporteerd.\n');
    expect(await countContracts()).toBe(42);
    const again = run('import', file('goed.csv'));
    expect([again.code, again.err.split('\n')[0]]).toEqual([1, expect.stringContaining('is er al')]);
    expect(await countContracts()).toBe(42);
  });

  async function countContracts(): Promise<number> {
    return ((await get(host, '/contracts?limit=100')).body.items as unknown as object[]).length;
  }
});

describe('the demo', () => {
  it('plays a case from practice, is refused by the policy, and tells why', () => {
    const { code, out } = samenwerkt(file('demo'), 'demo');
    expect(code).toBe(0);
    expect(out).toContain('[UT-02]');
    expect(out).toContain('geldt sinds 2015-01-01');
    expect(out).toMatch(/18 gebeurtenissen vastgelegd; keten sluit/);
  });
});

describe('a damaged partnership', () => {
  it('is set apart while the host goes on, and is rebuilt from its history by the command line', async () => {
    const sound = await startPartnership(host, { kenmerk: 'HEEL' });
    await tamper(
      place.folder,
      `UPDATE partnership SET snapshot = replace(snapshot, 'MERW-1', 'MERW-9') WHERE id = ?`,
      id,
    );

    const answer = await get(host, `/partnerships/${id}`);
    expect([answer.status, answer.body.type]).toEqual([423, 'urn:samenwerkt:problem:partnership-quarantined']);
    expect(answer.body.detail).toContain(`samenwerkt rebuild ${id}`);
    const other = await fire(
      host,
      sound,
      'principebesluitNemen',
      sampleData('stappenplan-2020', 'principebesluitNemen'),
    );
    expect(other.status).toBe(200);
    expect(run('rebuild').out).toContain(id);

    expect(run('rebuild', id)).toMatchObject({ code: 0, out: 'Opnieuw opgebouwd: versie 2; staat in: werkgroep\n' });
    const mended = await get(host, `/partnerships/${id}`);
    expect(mended.body).toMatchObject({ version: 2, contract: { kenmerk: 'MERW-1' } });
    expect(
      (await fire(host, id, 'werkgroepInstellen', sampleData('stappenplan-2020', 'werkgroepInstellen'))).status,
    ).toBe(200);
  });
});

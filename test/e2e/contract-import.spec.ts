import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, post, signed } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const register = readFileSync(join(ROOT, 'demo/contracten.csv'));
/** The same register as a spreadsheet program saves it: amounts, percentages and dates as numbers with a format. */
const WORKBOOK = join(ROOT, 'test/fixtures/contracten.xlsx');
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = 'kenmerk;titel;leverancier;categorie;soort;waarde';

const place = temporaryFolder();
let host: RunningHost;
beforeAll(async () => {
  host = await startHost(place.folder);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

interface Imported {
  readonly contracts: readonly { line: number; supplier: string; facts: { kenmerk: string; waarde: string } }[];
  readonly problems: readonly { line: number; column: number; header: string; code: string; message: string }[];
  readonly errors: readonly { path: string; code: string; detail: string }[];
}

async function send(file: string | Buffer, query = '', headers: Record<string, string> = {}) {
  const response = await fetch(`${host.api}/contract-imports${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', ...signed(host), ...headers },
    body: file,
  });
  return { status: response.status, body: (await response.json()) as Imported };
}

const contracts = async () => (await get(host, '/contracts?limit=100')).body.items as unknown as object[];

describe('contracts from a file', () => {
  it('can be looked at first: nothing is added, and every faulty cell is named with what to do', async () => {
    const file = `${HEADER}\nA-1;Groen;Groen BV;groen;cadeau;1.234\nA-2;Zorg;Zorg BV;zorg;dienst;1000000.00\n`;
    const { status, body } = await send(file, '?dryRun=true');
    expect(status).toBe(200);
    expect(body.contracts).toEqual([
      { line: 3, supplier: 'Zorg BV', facts: expect.objectContaining({ kenmerk: 'A-2', waarde: '1000000.00' }) },
    ]);
    expect(body.problems.map(({ line, column, header, code }) => [line, column, header, code])).toEqual([
      [2, 5, 'soort', 'kind-unknown'],
      [2, 6, 'waarde', 'thousands-ambiguous'],
    ]);
    expect(body.problems[0]?.message).toContain('Schrijf werk, dienst of levering');
    expect(await contracts()).toEqual([]);
  });

  it('say the same in a workbook of Excel as in CSV, in any spelling', async () => {
    const asWorkbook = { 'content-type': WORKBOOK_TYPE };
    const [csv, workbook, comma] = [
      await send(register, '?dryRun=true'),
      await send(readFileSync(WORKBOOK), '?dryRun=true', asWorkbook),
      await send(readFileSync(WORKBOOK), '?dryRun=true&decimals=comma&encoding=windows-1252', asWorkbook),
    ];
    expect(workbook).toEqual(csv);
    expect(comma).toEqual(csv);
    const cut = await send(readFileSync(WORKBOOK).subarray(0, 5000), '', asWorkbook);
    expect([cut.status, cut.body.errors.map(({ code }) => code)]).toEqual([422, ['workbook-unreadable']]);
    const shown = samenwerkt(place.folder, 'import', WORKBOOK, '--dry-run').out;
    expect(shown).toContain('40 contracten zouden worden geïmporteerd');
  });

  it('come all or not at all', async () => {
    const faulty = await send(`${HEADER}\nA-1;Groen;Groen BV;groen;dienst;10\nA-2;Zorg;Zorg BV;zorg;cadeau;20\n`);
    expect([faulty.status, faulty.body.errors.map(({ path, code }) => [path, code])]).toEqual([
      422,
      [['3:5', 'kind-unknown']],
    ]);
    expect(await contracts()).toEqual([]);
    const good = await send(register);
    expect([good.status, good.body.contracts.length]).toEqual([200, 40]);
    expect(await contracts()).toHaveLength(40);
    const again = await send(register);
    expect([again.status, again.body.errors[0]?.path, again.body.errors[0]?.code]).toEqual([
      422,
      '2:1',
      'kenmerk-known',
    ]);
    expect(await contracts()).toHaveLength(40);
  });

  it('are read as it is said, and in English when that is asked', async () => {
    const windows = Buffer.from(`${HEADER}\nW-1;Café;Coöperatie;catering;dienst;1.440.000,50\n`, 'latin1');
    const refused = await send(windows, '?dryRun=true', { 'accept-language': 'en' });
    expect(refused.body.problems[0]?.message).toContain('read it as Windows-1252');
    const read = await send(windows, '?dryRun=true&encoding=windows-1252&decimals=comma');
    expect(read.body.contracts[0]).toMatchObject({ supplier: 'Coöperatie', facts: { waarde: '1440000.50' } });
    expect((await send(windows, '?encoding=latin')).status).toBe(400);
  });

  it('must be a file, and a file of contracts has no business elsewhere', async () => {
    expect((await post(host, '/contract-imports', {})).status).toBe(415);
    const elsewhere = await fetch(`${host.api}/contracts`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', ...signed(host) },
      body: register,
    });
    expect(elsewhere.status).toBe(415);
    expect((await send('')).body.errors.map(({ code }) => code)).toEqual(['file-empty']);
    expect((await send(Buffer.alloc(21 * 1024 * 1024, 'a'))).body.errors.map(({ code }) => code)).toEqual([
      'file-too-large',
    ]);
  });

  it('may hold a number that looks like a BSN once somebody says what it is', async () => {
    const number = '111222333';
    const csv = `${HEADER}\nN-1;Onderhoud ${number};Groen BV;groen;dienst;20000.00\n`;
    const refused = await send(csv);
    expect([refused.status, refused.body.errors.map(({ path, code }) => [path, code])]).toEqual([
      422,
      [['2:2', 'bsn-like']],
    ]);
    expect(JSON.stringify(refused.body)).not.toContain(number);
    const file = Buffer.from(csv).toString('base64');
    const confirm = (reason: string, query = '') =>
      post(host, `/contract-imports/confirmed${query}`, {
        file,
        confirmations: [{ line: 2, column: 2, number, reason }],
      });
    expect(await confirm(' ')).toMatchObject({
      status: 422,
      body: { errors: [{ path: '2:2', code: 'confirmation-faulty' }] },
    });
    expect(await confirm('contractnummer', '?dryRun=true')).toMatchObject({ status: 200, body: { problems: [] } });
    expect((await contracts()).length).toBe(40);
    expect((await confirm('contractnummer')).status).toBe(200);
    const { body } = await get(host, '/audit-log?action=number.confirmed');
    expect(body.items).toMatchObject([
      { subject: { kind: 'contract' }, reason: 'contractnummer', details: { field: '/titel', number: '•••••••33' } },
    ]);
    const [newest] = (await get(host, '/contracts?limit=1')).body.items as unknown as { id: string }[];
    const begin = { contract: newest?.id, pack: 'basis', lifecycle: 'stappenplan-2020' };
    expect((await post(host, '/partnerships', begin)).status).toBe(201);
  });

  it('are confirmed on the command line as well', () => {
    const file = join(place.folder, 'nummers.csv');
    writeFileSync(file, `${HEADER}\nN-2;Onderhoud 111.222.333;Groen BV;groen;dienst;20000.00\n`);
    expect(samenwerkt(place.folder, 'import', file).err).toContain(':2:2 (titel)');
    expect(samenwerkt(place.folder, 'import', file, '--confirm', '[{}]').err).toContain(
      '--confirm moet een JSON-lijst',
    );
    const confirm = JSON.stringify([{ line: 2, column: 2, number: '111222333', reason: 'bestelnummer' }]);
    expect(samenwerkt(place.folder, 'import', file, '--confirm', confirm).out).toContain('1 contracten geïmporteerd');
  });

  it('can be as large in JSON as they can be by themselves, which no other route takes', async () => {
    const file = Buffer.from(`${HEADER}\n`.padEnd(3 * 1024 * 1024, '\n')).toString('base64');
    expect((await post(host, '/contract-imports/confirmed', { file, confirmations: [] })).body.errors).toMatchObject([
      { code: 'file-without-rows' },
    ]);
    expect((await post(host, '/contracts', { file })).status).toBe(413);
  });

  it('leave a line in the audit log', async () => {
    const { items } = (await get(host, '/audit-log?action=contracts.imported')).body as unknown as {
      items: { details: object; subject: { kind: string } }[];
    };
    expect(items.map(({ details, subject }) => [subject.kind, details])).toEqual([
      ['contract-import', { contracts: 1 }],
      ['contract-import', { contracts: 1 }],
      ['contract-import', { contracts: 40 }],
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeWorkbook, type WrittenCell, type WrittenWorkbook } from '../testing/write-workbook.js';
import { readContracts } from './read-contracts.js';

const HEADER = ['kenmerk', 'titel', 'leverancier', 'categorie', 'soort', 'waarde', 'arbeidsaandeel', 'start'];
const ROW: readonly WrittenCell[] = ['C-1', 'Groen', 'Groen BV', 'groen', 'dienst'];
const number = (raw: string, style = 0): WrittenCell => ({ style, xml: `<v>${raw}</v>` });

function read(rows: readonly (readonly WrittenCell[])[], more: Omit<WrittenWorkbook, 'rows'> = {}) {
  return readContracts(writeWorkbook({ rows: [HEADER, ...rows], ...more }));
}

function faults(bytes: Uint8Array) {
  return readContracts(bytes).problems.map(({ code, line, column }) => ({ code, line, column }));
}

describe('contracts from a workbook of Excel', () => {
  it('come from the first sheet that can be seen, by what its cells show', () => {
    const { contracts, problems } = read(
      [[number('123', 3), ...ROW.slice(1), number('1440000.5'), number('0.655', 1), number('45351', 2)]],
      { formats: ['0.0%', '[$-413]d mmmm yyyy', '00000'] },
    );
    expect(problems).toEqual([]);
    expect(contracts).toMatchObject([
      {
        line: 2,
        leverancier: 'Groen BV',
        facts: { kenmerk: '00123', waarde: '1440000.50', arbeidsaandeel: '65.5', start: '2024-02-29' },
      },
    ]);
  });

  it.each([
    ['#,##0.00', '45351'],
    ['"d.d." 0', '45351'],
    ['[Red]0.00', '45351'],
    ['0.00E+00', '45351'],
    ['General', '45351'],
    ['h:mm', '45351'],
    ['dd-mm-yy;@', '2024-02-29'],
    ['mmm', '2024-02-29'],
    ['yyyy\\-mm\\-dd\\ hh:mm', '2024-02-29'],
  ])('know a day by its format: %s', (code, title) => {
    const { contracts } = read([['C-1', number('45351', 1), ...ROW.slice(2), number('1')]], { formats: [code] });
    expect(contracts[0]?.facts.titel).toBe(title);
  });

  it('count days from 1904 when the workbook does', () => {
    const row = [...ROW, number('1'), '', number('43889', 1)];
    const { contracts } = read([row], { formats: ['d-m-yyyy'], since1904: true });
    expect(contracts[0]?.facts.start).toBe('2024-02-29');
  });

  it('have their texts whole: in parts, in their cell, of a formula, with line breaks, without what is only spoken', () => {
    const title = (xml: string, type: string): WrittenCell => ({ type, xml });
    const { contracts } = read([
      [
        'C-1',
        title('<is><r><t>Gro</t></r><r><t>en &amp; grijs</t></r><rPh><t>?</t></rPh></is>', 'inlineStr'),
        ...ROW.slice(2),
        number('1'),
      ],
      ['C-2', title('<f>A1&amp;B1</f><v>Uit_x000D_\nkomst</v>', 'str'), ...ROW.slice(2), number('1')],
      ['00123', 'Überlandstraße', ...ROW.slice(2), number('1')],
    ]);
    expect(contracts.map(({ facts }) => facts.titel)).toEqual(['Groen & grijs', 'Uit\r\nkomst', 'Überlandstraße']);
    expect(contracts[2]?.facts.kenmerk).toBe('00123');
  });

  it('name the row and the column of the sheet, empty rows counted', () => {
    const { problems } = read([[], [], [...ROW, 'duizend'], ['C-2', ...ROW.slice(1), number('1234.5678')]]);
    expect(problems).toMatchObject([
      { code: 'number-unreadable', line: 4, column: 6, header: 'waarde', value: 'duizend' },
      { code: 'number-unreadable', line: 5, column: 6, value: '1234.5678' },
    ]);
  });

  it('are refused cell by cell: a fault of Excel, a cell under no header, a number that may be a BSN', () => {
    const { problems } = read([
      ['C-1', { type: 'e', xml: '<f>A9</f><v>#REF!</v>' }, ...ROW.slice(2), number('1')],
      ['C-2', ...ROW.slice(1), number('1'), '', '', 'los'],
      ['C-3', number('111222333'), ...ROW.slice(2), number('1')],
      ['C-4', 'Half _xD83D_ teken', ...ROW.slice(2), number('1')],
    ]);
    expect(problems).toMatchObject([
      { code: 'cell-of-fault', line: 2, column: 2 },
      { code: 'cell-without-header', line: 3, column: 9, value: 'los' },
      { code: 'bsn-like', line: 4, column: 2, value: expect.not.stringContaining('111222333') },
      { code: 'control-character', line: 5, column: 2 },
    ]);
  });

  it('are the same whether their texts stand in the cells or apart, and whatever the numbers are', () => {
    const text = fc.stringMatching(/^[a-zA-Zé€&<>"' ]{1,20}$/).filter((value) => /^[a-zA-Z]/.test(value));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 99_999_999 }), fc.boolean(), (titel, cents, inline) => {
        const row = ['C-1', titel, ...ROW.slice(2), number(String(cents / 100))];
        const { contracts, problems } = read([row], { inline });
        expect(problems.map(({ code }) => code)).toEqual([]);
        expect(contracts[0]?.facts).toMatchObject({ titel: titel.trim(), waarde: (cents / 100).toFixed(2) });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file that only looks like a workbook', () => {
  const good = { rows: [HEADER, [...ROW, number('1')]] };
  const withPart = (name: string, content: string) => writeWorkbook({ ...good, parts: { [name]: content } });
  const sheet = 'xl/worksheets/sheet2.xml';
  const refused = [{ code: 'workbook-unreadable', line: 1, column: 1 }];

  it('is one when nothing is wrong', () => {
    expect(faults(writeWorkbook(good))).toEqual([]);
  });

  it.each([
    ['a document type', withPart(sheet, '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>')],
    [
      'an entity of its own',
      withPart(sheet, '<worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>'),
    ],
    ['XML that breaks off', withPart(sheet, '<worksheet><sheetData><row r="1">')],
    ['a cell nowhere', withPart(sheet, '<worksheet><row><c r="1A"><v>1</v></c></row></worksheet>')],
    ['a row nowhere', withPart(sheet, '<worksheet><row r="-5"><c r="A1"><v>1</v></c></row></worksheet>')],
    ['no sheet to be seen', withPart('xl/workbook.xml', '<workbook/>')],
    ['no workbook', withPart('_rels/.rels', '<Relationships/>')],
    ['a zip cut short', writeWorkbook(good).subarray(0, 900)],
  ])('is refused: %s', (_, bytes) => {
    expect(faults(bytes)).toEqual(refused);
  });

  it('is refused with what to do when it is an old workbook or has a password', () => {
    const old = Buffer.from('d0cf11e0a1b11ae10000', 'hex');
    expect(readContracts(old).problems).toMatchObject([{ code: 'workbook-old-or-locked' }]);
  });

  it('is not unpacked when it is larger than a list of contracts, or has more columns than one', () => {
    const bomb = withPart(sheet, `<worksheet>${' '.repeat(70 * 1024 * 1024)}</worksheet>`);
    expect(bomb.length).toBeLessThan(200_000);
    expect(faults(bomb)).toEqual([{ code: 'workbook-too-large', line: 1, column: 1 }]);
    const far = withPart(sheet, '<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>');
    expect(faults(far)).toEqual([{ code: 'too-many-cells', line: 1, column: 61 }]);
  });

  it('is read no further than the most contracts there may be', () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(60_000);
    const long = withPart(
      sheet,
      `<worksheet><row>${HEADER.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row>${rows}`,
    );
    expect(faults(long)).toEqual([{ code: 'too-many-rows', line: 50_002, column: 1 }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readContracts, type ReadContractsOptions } from './read-contracts.js';

const head = 'kenmerk,titel,leverancier,categorie,soort,waarde';
const good = 'SM-1,Schoonmaak,Frisse Start,schoonmaak,dienst,1440000';

function problemsOf(text: string, options?: ReadContractsOptions) {
  return readContracts(Buffer.from(text), options).problems;
}

function codesOf(text: string, options?: ReadContractsOptions) {
  return problemsOf(text, options).map(({ code }) => code);
}

describe('the file as a whole is refused', () => {
  it('when it is empty, or holds blank lines only', () => {
    expect(codesOf('')).toEqual(['file-empty']);
    expect(codesOf('\n \n')).toEqual(['file-empty']);
  });

  it('when it has a header row only', () => {
    expect(codesOf(`${head}\n`)).toEqual(['file-without-rows']);
  });

  it('above 20 MB, without being parsed', () => {
    expect(codesOf(`${head}\n`.padEnd(20 * 1024 * 1024 + 1, 'x'))).toEqual(['file-too-large']);
  });

  it('above 50,000 rows and not at 50,000', () => {
    const rows = Array.from({ length: 50_001 }, (_, row) => `K-${row},t,l,c,dienst,1`);
    const most = [head, ...rows.slice(0, 50_000)].join('\n');
    expect(readContracts(Buffer.from(most))).toMatchObject({ problems: [], contracts: { length: 50_000 } });
    expect(problemsOf([head, ...rows].join('\n'))).toMatchObject([{ code: 'too-many-rows', line: 50_002 }]);
  });

  it('when it is not UTF-8, naming the first offending byte and the way out', () => {
    const bytes = Buffer.from(`${head}\n${good}\nSM-2,Caf\u00e9,x,y,dienst,1\n`, 'latin1');
    const { contracts, problems } = readContracts(bytes);
    expect(contracts).toEqual([]);
    expect(problems).toMatchObject([{ code: 'encoding-not-utf8', line: 3, column: 2 }]);
    expect(problems[0]?.nl).toContain('regel 3, teken 9');
    expect(problems[0]?.nl).toContain('0xE9');
    expect(problems[0]?.en).toContain('--encoding windows-1252');
  });

  it.each([
    ['an overlong form', [0xc0, 0x80]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a point beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a sequence cut short', [0xe2, 0x82]],
    ['a loose follower', [0x80]],
  ])('when its UTF-8 has %s', (_, bytes) => {
    expect(readContracts(Uint8Array.from(bytes)).problems[0]?.code).toBe('encoding-not-utf8');
  });

  it('when it is UTF-16', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${head}\n${good}`, 'utf16le')]);
    expect(readContracts(bytes).problems[0]?.code).toBe('encoding-utf16');
  });

  it('when it is UTF-8 with accents and would be read as Windows-1252', () => {
    const text = `${head}\n${good.replace('Frisse', 'Privé')}`;
    expect(codesOf(text, { encoding: 'windows-1252' })).toEqual(['encoding-is-utf8']);
    expect(codesOf(`${head}\n${good}`, { encoding: 'windows-1252' })).toEqual([]);
  });

  it('when a quotation mark is never closed, naming the row it opens in', () => {
    const text = `${head}\nSM-0,"twee\nregels",l,c,dienst,1\n\nSM-1,"Schoonmaak,l,c,dienst,1\nSM-2,t,l,c,dienst,1`;
    expect(problemsOf(text)).toMatchObject([{ code: 'quotes-unbalanced', line: 5, column: 2 }]);
  });

  it('when a quotation mark stands loose in a cell', () => {
    expect(problemsOf(`${head}\nSM-1,Schoon"maak,l,c,dienst,1`)).toMatchObject([
      { code: 'quotes-misplaced', line: 2, column: 2 },
    ]);
    expect(codesOf(`${head}\nSM-1,"Schoon"maak,l,c,dienst,1`)).toEqual(['quotes-misplaced']);
  });
});

describe('the header row is refused', () => {
  it('when a required column is missing, naming what else it may be called', () => {
    const [found] = problemsOf(`${head.replace(',waarde', '')}\n${good}`);
    expect(found).toMatchObject({ code: 'column-missing', line: 1 });
    expect(found?.nl).toContain("'waarde'");
    expect(found?.nl).toContain('contractwaarde');
  });

  it('when a column is unknown or has no name', () => {
    expect(problemsOf(`${head},bsn,\n${good},1,2`)).toMatchObject([
      { code: 'column-unknown', column: 7, header: 'bsn' },
      { code: 'column-unknown', column: 8, header: '' },
    ]);
  });

  it('when a column occurs twice under two names', () => {
    const [found] = problemsOf(`${head},Opdrachtsom\n${good},1`);
    expect(found).toMatchObject({ code: 'column-duplicate', column: 7, header: 'Opdrachtsom' });
    expect(found?.en).toContain('column 6 and column 7');
  });

  it('when it is called after a property every object has', () => {
    expect(codesOf(`${head},constructor\n${good},1`)).toEqual(['column-unknown']);
  });
});

describe('a row is refused', () => {
  it('when it has more or fewer cells than the header', () => {
    expect(problemsOf(`${head}\n${good},extra\nSM-2,t,l`)).toMatchObject([
      { code: 'row-too-long', line: 2, column: 7, value: 'extra' },
      { code: 'row-too-short', line: 3, column: 4 },
    ]);
  });

  it('when it has cells by the million, without taking all memory', () => {
    expect(problemsOf(`${head}\n${good}\n${','.repeat(10_000_000)}`)).toMatchObject([
      { code: 'too-many-cells', line: 3 },
    ]);
  });

  it('when its reference occurred before, naming both lines', () => {
    const [found] = problemsOf(`${head}\n${good}\n\n${good.replace('SM-1', 'sm-1')}`);
    expect(found).toMatchObject({ code: 'kenmerk-duplicate', line: 4, column: 1 });
    expect(found?.nl).toContain('regel 2');
    expect(found?.nl).toContain('regel 4');
  });
});

describe('a cell is refused', () => {
  it('when it is required and empty or white space', () => {
    expect(problemsOf(`${head}\nSM-1,,\u00a0,c,dienst,`)).toMatchObject([
      { code: 'cell-empty', column: 2 },
      { code: 'cell-empty', column: 3 },
      { code: 'cell-empty', column: 6 },
    ]);
  });

  it('above 200 characters, with its value shortened; a reference above 64', () => {
    expect(codesOf(`${head}\n${good.replace('Schoonmaak', 'x'.repeat(200))}`)).toEqual([]);
    const [found] = problemsOf(`${head}\n${good.replace('Schoonmaak', 'x'.repeat(2001))}`);
    expect(found?.code).toBe('cell-too-long');
    expect(found?.nl).toContain('2001');
    expect(found?.value.length).toBeLessThanOrEqual(40);
    expect(codesOf(`${head}\n${good.replace('SM-1', 'x'.repeat(64))}`)).toEqual([]);
    expect(codesOf(`${head}\n${good.replace('SM-1', 'x'.repeat(65))}`)).toEqual(['cell-too-long']);
  });

  it.each(['\u0000', '\u0007', '\u001b[31m', '\u0085', '\u202e'])('when it holds the control character %j', (mark) => {
    const [found] = problemsOf(`${head}\n${good.replace('Schoonmaak', `Schoon${mark}maak`)}`);
    expect(found?.code).toBe('control-character');
    expect(found?.value).not.toContain(mark);
  });

  it.each(['=1+1', '+31', '-', '@SUM(A1)', ' =1+1', '"=1+1"'])('when its text %j could run as a formula', (text) => {
    expect(codesOf(`${head}\n${good.replace('Schoonmaak', text)}`)).toEqual(['formula-like']);
  });

  it('when its kind is not work, service or supply', () => {
    expect(codesOf(`${head}\n${good.replace('dienst', 'constructor')}`)).toEqual(['kind-unknown']);
  });
});

it('an export date that is no date is refused', () => {
  expect(() => readContracts(Buffer.from(head), { asOf: 'vandaag' })).toThrow("'vandaag'");
});

import { describe, expect, it } from '@jest/globals';
import { readContracts, type ReadContractsOptions } from './read-contracts.js';

const head = 'kenmerk;titel;leverancier;categorie;soort;waarde;loonsom;arbeidsaandeel;start;einde;verlenging;procedure';
const good =
  'SM-1;Schoonmaak gemeentehuis;Frisse Start;schoonmaak;dienst;1440000.00;900000;65;2024-01-01;2027-12-31;2 x 12 maanden;Europees openbaar';

function read(text: string, options?: ReadContractsOptions) {
  return readContracts(Buffer.from(text), options);
}

/** The good row with one cell replaced. */
function rowWith(changes: Readonly<Record<string, string>>): string {
  const names = head.split(';');
  return good
    .split(';')
    .map((cell, index) => changes[names[index] ?? ''] ?? cell)
    .join(';');
}

function problemsOf(changes: Readonly<Record<string, string>>, options?: ReadContractsOptions) {
  return read(`${head}\n${rowWith(changes)}\n`, options).problems;
}

describe('a contract export', () => {
  it('becomes contracts with their line, amounts as decimal text and dates as ISO', () => {
    const { contracts, problems } = read(`${head}\n${good}\n`);
    expect(problems).toEqual([]);
    expect(contracts).toEqual([
      {
        line: 2,
        leverancier: 'Frisse Start',
        facts: {
          kenmerk: 'SM-1',
          titel: 'Schoonmaak gemeentehuis',
          categorie: 'schoonmaak',
          soort: 'dienst',
          waarde: '1440000.00',
          loonsom: '900000.00',
          arbeidsaandeel: '65',
          start: '2024-01-01',
          einde: '2027-12-31',
          verlenging: '2 x 12 maanden',
          procedure: 'Europees openbaar',
        },
        confirmations: [],
      },
    ]);
  });

  it('leaves out what an optional cell does not say', () => {
    const { contracts } = read(`${head}\n${rowWith({ loonsom: '', arbeidsaandeel: '', verlenging: '' })}\n`);
    expect(Object.keys(contracts[0]?.facts ?? {})).not.toContain('loonsom');
    expect(contracts[0]?.facts.verlenging).toBeUndefined();
  });

  it('may name its columns as procurement systems do, in any order and case', () => {
    const { contracts, problems } = read(
      'Opdrachtwaarde (excl. BTW),Type opdracht,INKOOPCATEGORIE,Naam leverancier,Omschrijving,Contractnummer\n' +
        '18000,Leveringen,drukwerk,Drukkerij De Lek,Folders,DW-9\n',
    );
    expect(problems).toEqual([]);
    expect(contracts[0]?.facts).toEqual({
      kenmerk: 'DW-9',
      titel: 'Folders',
      categorie: 'drukwerk',
      soort: 'levering',
      waarde: '18000.00',
    });
  });

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('may be separated by %s', (_, separator) => {
    const { contracts, problems } = read([head, good].join('\n').replaceAll(';', separator));
    expect(problems).toEqual([]);
    expect(contracts).toHaveLength(1);
  });

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j and hold blank lines', (lineBreak) => {
    const { contracts, problems } = read(['', head, '', good, ''].join(lineBreak));
    expect(problems).toEqual([]);
    expect(contracts[0]?.line).toBe(4);
  });

  it('may start with a byte order mark', () => {
    expect(read(`\ufeff${head}\n${good}`).contracts).toHaveLength(1);
  });

  it('counts physical lines, line breaks within quotes included', () => {
    const two = rowWith({ kenmerk: 'SM-2', titel: '"Schoonmaak\r\nen glas"', waarde: 'veel' });
    const { contracts, problems } = read(`${head}\r\n${two}\r\n${good}\r\n`);
    expect(problems.map(({ line, header }) => [line, header])).toEqual([[3, 'waarde']]);
    expect(contracts[0]?.line).toBe(4);
  });

  it('keeps diacritics and typographic marks in both encodings', () => {
    const name = 'Groß & Zoë’s café';
    const written = `${head}\n${rowWith({ leverancier: name })}\n`;
    expect(read(written).contracts[0]?.leverancier).toBe(name);
    const bytes = Uint8Array.from(Array.from(written, (c) => (c === '’' ? 0x92 : c.charCodeAt(0))));
    expect(readContracts(bytes, { encoding: 'windows-1252' }).contracts[0]?.leverancier).toBe(name);
  });

  it('reports every faulty cell, and gives the sound rows beside them', () => {
    const { contracts, problems } = read(
      `${head}\n${rowWith({ waarde: 'x', soort: 'huur', start: '31-02-2024' })}\n${rowWith({ kenmerk: 'SM-3' })}\n`,
    );
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ['kind-unknown', 5],
      ['number-unreadable', 6],
      ['date-unreadable', 9],
    ]);
    expect(contracts.map(({ facts }) => facts.kenmerk)).toEqual(['SM-3']);
  });
});

describe('amounts', () => {
  it.each([
    ['point', '1440000', '1440000.00'],
    ['point', '1440000.5', '1440000.50'],
    ['point', '€ 18000.25', '18000.25'],
    ['point', '0018000', '18000.00'],
    ['comma', '1.234', '1234.00'],
    ['comma', '1.440.000,50', '1440000.50'],
    ['comma', '1440000,5', '1440000.50'],
  ] as const)('with a decimal %s, %s is read as %s', (decimals, written, read_) => {
    const { contracts } = read(`${head}\n${rowWith({ waarde: written, arbeidsaandeel: '' })}`, { decimals });
    expect(contracts[0]?.facts.waarde).toBe(read_);
  });

  it.each([
    ['65', '65'],
    ['65%', '65'],
    ['62.50', '62.5'],
    ['0', '0'],
    ['100.00', '100'],
  ])('a labour share of %s is read as %s', (written, share) => {
    expect(read(`${head}\n${rowWith({ arbeidsaandeel: written })}`).contracts[0]?.facts.arbeidsaandeel).toBe(share);
  });

  it.each([
    ['point', '1440000,50', 'decimal-comma', '--decimals comma'],
    ['point', '1.440.000,50', 'decimal-comma', '1440000.50'],
    ['point', '1.234', 'thousands-ambiguous', '--decimals comma'],
    ['comma', '1440000.50', 'decimal-point', '--decimals point'],
    ['comma', '1.5', 'decimal-point', '1,5'],
    ['point', 'een ton', 'number-unreadable', '1440000.00'],
    ['comma', 'een ton', 'number-unreadable', '1440000,00'],
    ['point', '1440000.005', 'number-unreadable', '1440000.00'],
    ['point', '0.00', 'not-positive', 'groter zijn dan nul'],
    ['point', '-5', 'not-positive', 'groter zijn dan nul'],
    ['point', '99999999999999', 'number-too-large', '13'],
  ] as const)('with a decimal %s, %s is refused as %s', (decimals, written, code, advice) => {
    const [found] = problemsOf({ waarde: written, arbeidsaandeel: '' }, { decimals });
    expect(found).toMatchObject({ line: 2, column: 6, header: 'waarde', value: written, code });
    expect(found?.nl).toContain(advice);
  });

  it.each(['101', '100.01', '-1', '1000'])('a labour share of %s is refused', (written) => {
    expect(problemsOf({ arbeidsaandeel: written }).map(({ code }) => code)).toContain(
      written === '1000' ? 'number-too-large' : 'percent-out-of-range',
    );
  });
});

describe('dates', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['29-02-2024', '2024-02-29'],
    ['1-3-2024', '2024-03-01'],
  ])('%s is read as %s', (written, iso) => {
    expect(read(`${head}\n${rowWith({ start: written })}`).contracts[0]?.facts.start).toBe(iso);
  });

  it.each(['29-02-2023', '2024/01/01', '01-13-2024', '1 maart 2024', '24-01-01'])('%s is refused', (written) => {
    expect(problemsOf({ start: written })[0]).toMatchObject({ code: 'date-unreadable', column: 9, value: written });
  });

  it('a contract that ends before it starts is refused at its end date', () => {
    expect(problemsOf({ start: '2028-01-01' })[0]).toMatchObject({ code: 'end-before-start', column: 10 });
  });

  it('a contract of one day is fine', () => {
    expect(problemsOf({ start: '2027-12-31' })).toEqual([]);
  });

  it('a year far from the date of the export is taken for a typing error', () => {
    expect(problemsOf({ einde: '2207-12-31' }, { asOf: '2026-11-22' })[0]?.code).toBe('date-implausible');
    expect(problemsOf({ einde: '2056-12-31' }, { asOf: '2026-11-22' })).toEqual([]);
    expect(problemsOf({ einde: '2207-12-31' })).toEqual([]);
  });
});

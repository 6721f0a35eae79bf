import { expect, it } from '@jest/globals';
import { findBsn } from '@samenwerkt/engine';
import fc from 'fast-check';
import { writeContracts } from '../testing/write-contracts.js';
import { type ContractRow } from './contract-row.js';
import { readContracts } from './read-contracts.js';

/** Letters of both encodings, with everything a CSV writer has to quote. */
const letters = [...'abcXYZ019 ,;.:/&()%"\'\n\täéëïöüßÉøñ€’‘–'];

const text = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 30 })
  .map((marks) => marks.join('').trim())
  .filter((value) => value !== '' && findBsn(value) === undefined);

const cents = fc.integer({ min: 1, max: 99_999_999_999 });
const euro = cents.map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`);
const percent = fc.integer({ min: 0, max: 200 }).map((halves) => String(halves / 2));
const date = fc
  .tuple(fc.integer({ min: 2000, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'));

const dates = fc.oneof(
  fc
    .tuple(date, date)
    .map(([one, other]) => (one <= other ? { start: one, einde: other } : { start: other, einde: one })),
  date.map((einde) => ({ einde })),
  fc.constant({}),
);

const facts = fc
  .record(
    {
      titel: text,
      categorie: text,
      soort: fc.constantFrom('werk' as const, 'dienst' as const, 'levering' as const),
      waarde: euro,
      loonsom: euro,
      arbeidsaandeel: percent,
      verlenging: text,
      procedure: text,
    },
    { requiredKeys: ['titel', 'categorie', 'soort', 'waarde'] },
  )
  .chain((some) => dates.map((period) => ({ ...some, ...period })));

const exported = fc.array(fc.record({ leverancier: text, facts }), { minLength: 1, maxLength: 12 });

const writing = fc.record({
  separator: fc.constantFrom(',' as const, ';' as const, '\t' as const),
  decimals: fc.constantFrom('point' as const, 'comma' as const),
  encoding: fc.constantFrom('utf-8' as const, 'windows-1252' as const),
  mark: fc.boolean(),
  lineBreak: fc.constantFrom('\n' as const, '\r\n' as const),
});

it('contracts that are written as an export are read back the same, on the lines they were written', () => {
  fc.assert(
    fc.property(exported, writing, (parts, how) => {
      let line = 2;
      const rows = parts.map(({ leverancier, facts: written }, index): ContractRow => {
        const row = { line, leverancier, facts: { kenmerk: `K-${index}`, ...written }, confirmations: [] };
        line += 1 + JSON.stringify(row).split('\\n').length - 1;
        return row;
      });
      const { encoding, decimals } = how;
      expect(readContracts(writeContracts(rows, how), { encoding, decimals })).toEqual({
        contracts: rows,
        problems: [],
      });
    }),
    { numRuns: 300 },
  );
});

it('any bytes at all give contracts or problems, never an exception', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ maxLength: 400 }).map((s) => Buffer.from(s)),
  );
  fc.assert(
    fc.property(bytes, writing, (content, { encoding, decimals }) => {
      const { contracts, problems } = readContracts(content, { encoding, decimals });
      expect(contracts.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

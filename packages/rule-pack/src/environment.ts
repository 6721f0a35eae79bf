import { addMonths } from '@samenwerkt/calendar';
import { Environment } from '@marcbachmann/cel-js';
import { Decimal } from 'decimal.js';
import { Datum, Euro, Procent } from './quantities.js';

type Compare = (order: number) => boolean;

const comparisons: readonly (readonly [string, Compare])[] = [
  ['==', (order) => order === 0],
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
];

/** Furthest that `maandenNa` counts, in months: a thousand years. */
const furthest = 12_000n;
const hundred = new Decimal(100);

/**
 * The language of rules: CEL with exact amounts, percentages and dates beside its own types. None of the three
 * compares with a bare number or text. Each expression gets its own copy with the names it uses.
 */
export const language = build();

function build(): Environment {
  const environment = new Environment({
    limits: { maxAstNodes: 300, maxDepth: 24, maxListElements: 100, maxMapEntries: 1, maxCallArguments: 4 },
  });
  environment
    .registerType('Euro', { ctor: Euro, fields: {} })
    .registerType('Procent', { ctor: Procent, fields: {} })
    .registerType('Datum', { ctor: Datum, fields: {} });
  for (const [operator, holds] of comparisons) {
    environment
      .registerOperator(`Euro ${operator} Euro`, (a: Euro, b: Euro) => holds(a.amount.comparedTo(b.amount)))
      .registerOperator(`Procent ${operator} Procent`, (a: Procent, b: Procent) => holds(a.share.comparedTo(b.share)))
      .registerOperator(`Datum ${operator} Datum`, (a: Datum, b: Datum) => holds(compareText(a.iso, b.iso)));
  }
  return environment
    .registerOperator('Euro + Euro: Euro', (a: Euro, b: Euro) => new Euro(a.amount.plus(b.amount)))
    .registerOperator('Euro - Euro: Euro', (a: Euro, b: Euro) => new Euro(a.amount.minus(b.amount)))
    .registerOperator('Euro * int: Euro', (a: Euro, times: bigint) => new Euro(a.amount.times(String(times))))
    .registerOperator('Euro * Procent: Euro', (a: Euro, b: Procent) => share(a, b))
    .registerFunction('maandenNa(Datum, int): Datum', (date: Datum, months: bigint) => monthsAfter(date, months))
    .registerFunction('jaar(Datum): int', (date: Datum) => BigInt(date.iso.slice(0, 4)));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function share(amount: Euro, part: Procent): Euro {
  return new Euro(amount.amount.times(part.share).dividedBy(hundred));
}

function monthsAfter(date: Datum, months: bigint): Datum {
  if (months > furthest || months < -furthest) throw new RangeError('maandenNa counts at most 12,000 months');
  return new Datum(addMonths(date.iso, Number(months)));
}

import { Decimal } from 'decimal.js';
import { type FactType } from './model.js';

/** An exact amount in euro. Expressions never round. */
export class Euro {
  constructor(readonly amount: Decimal) {}
}

/** An exact percentage; 50 is half. */
export class Procent {
  constructor(readonly share: Decimal) {}
}

/** A local date. */
export class Datum {
  constructor(readonly iso: string) {}
}

const euroText = /^-?\d{1,15}(\.\d{1,2})?$/;
const procentText = /^-?\d{1,6}(\.\d{1,6})?$/;
const dateText = /^\d{4}-\d{2}-\d{2}$/;

/** An amount from decimal text with at most two decimals; undefined for anything else. */
export function euro(value: unknown): Euro | undefined {
  return typeof value === 'string' && euroText.test(value) ? new Euro(new Decimal(value)) : undefined;
}

/** A percentage from decimal text; undefined for anything else. */
export function procent(value: unknown): Procent | undefined {
  return typeof value === 'string' && procentText.test(value) ? new Procent(new Decimal(value)) : undefined;
}

/** From plain JSON to what expressions work with; undefined when the value is not of the type. */
export const fromJson: Readonly<Record<FactType, (value: unknown) => unknown>> = {
  string: (value) => (typeof value === 'string' ? value : undefined),
  int: (value) => (Number.isSafeInteger(value) ? BigInt(value as number) : undefined),
  bool: (value) => (typeof value === 'boolean' ? value : undefined),
  Euro: euro,
  Procent: procent,
  Datum: (value) => (typeof value === 'string' && dateText.test(value) ? new Datum(value) : undefined),
  'list<string>': (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined,
};

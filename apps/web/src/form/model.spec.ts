import { beforeAll, describe, expect, it } from '@jest/globals';
import { type FieldSchema, type read as Read, type readAmount as ReadAmount } from './model.js';

/** As far as reading what was typed needs a browser. */
let read: typeof Read;
let readAmount: typeof ReadAmount;
beforeAll(async () => {
  Object.assign(globalThis, { localStorage: { getItem: () => null } });
  ({ read, readAmount } = await import('./model.js'));
});

const schema: FieldSchema = {
  type: 'object',
  properties: {
    datum: { type: 'string', format: 'date' },
    waarde: { type: 'string', format: 'euro' },
    jaar: { type: 'integer' },
    wezenlijk: { type: 'boolean' },
    afspraken: {
      type: 'array',
      items: {
        type: 'object',
        properties: { afspraak: { type: 'string' }, datum: { type: 'string', format: 'date' } },
      },
    },
  },
};

describe('what was typed into a form', () => {
  it('becomes the data it stands for; what is empty is left out', () => {
    const typed = {
      ...{ datum: '1-4-2026', waarde: '1.440.000,5', jaar: '2026', wezenlijk: 'nee' },
      afspraken: [
        { afspraak: ' Baan voor Sam ', datum: '' },
        { afspraak: '', datum: '' },
      ],
    };
    expect(read(schema, typed)).toEqual({
      value: {
        ...{ datum: '2026-04-01', waarde: '1440000.50', jaar: 2026, wezenlijk: false },
        afspraken: [{ afspraak: 'Baan voor Sam' }],
      },
      faults: {},
    });
    expect(read(schema, {})).toEqual({ value: {}, faults: {} });
  });

  it('is refused at its field when it cannot be read', () => {
    const typed = { datum: '31-2-2026', waarde: 'veel', jaar: 'x', afspraken: [{ afspraak: 'a', datum: 'morgen' }] };
    expect(Object.keys(read(schema, typed).faults)).toEqual(['/datum', '/waarde', '/jaar', '/afspraken/0/datum']);
  });

  it.each([
    ['1440000', 'euro', '1440000.00'],
    ['€ 1.440.000', 'euro', '1440000.00'],
    ['1440000,5', 'euro', '1440000.50'],
    ['1440.50', 'euro', '1440.50'],
    ['37,5', 'uren', '37.5'],
    ['5 %', 'procent', '5'],
    ['1.44', 'euro', '1.44'],
    ['1,440,000', 'euro', undefined],
    ['1.4400', 'euro', undefined],
    ['', 'euro', undefined],
  ])('reads the amount %s as %s to be %s', (written, format, amount) => {
    expect(readAmount(written, format)).toBe(amount);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Reason } from '@samenwerkt/engine';
import { reasonLines, shown } from './reasons.js';

const reason: Reason = {
  kind: 'rule',
  id: 'UT-02',
  severity: 'block',
  outcome: 'notFulfilled',
  title: { nl: 'Drempel', en: 'Threshold' },
  message: { nl: 'Social return wordt gevraagd.', en: 'Social return is asked.' },
  remedy: { nl: 'Pas het toe.', en: 'Apply it.' },
  pack: { name: 'utrecht-bouwblokken', version: '1.0.0' },
  parameters: [
    {
      name: 'drempel',
      title: { nl: 'Drempel', en: 'Threshold' },
      unit: 'euro',
      value: '100000.00',
      validFrom: '2015-01-01',
      source: { title: 'PIANOo' },
      assumption: 'de dag',
    },
  ],
  now: { path: 'contract.waarde', value: '480000.00' },
  needed: { path: 'drempel', value: '100000.00' },
  facts: [],
  missing: [],
  source: { title: 'PIANOo', page: 'p. 1' },
};

describe('a reason on a terminal', () => {
  it('says what, the values, the parameter with its date, the source, and what to do', () => {
    expect(reasonLines(reason, 'nl')).toEqual([
      '    ✗ Social return wordt gevraagd.  [UT-02]',
      '      nu: 480000.00   nodig: 100000.00',
      '      Drempel: 100000.00 (euro), geldt sinds 2015-01-01 — aanname: de dag',
      '      bron: PIANOo, p. 1',
      '      → Pas het toe.',
    ]);
  });

  it('says it in English too', () => {
    expect(reasonLines(reason, 'en').at(-1)).toBe('      → Apply it.');
  });

  it.each([
    ['fulfilled', '✓'],
    ['notApplicable', '·'],
    ['unknown', '?'],
  ] as const)('marks what is %s', (outcome, mark) => {
    expect(reasonLines({ ...reason, outcome }, 'nl')[0]).toContain(mark);
  });

  it('marks a warning otherwise than a block', () => {
    expect(reasonLines({ ...reason, severity: 'warn' }, 'nl')[0]).toContain('!');
  });
});

describe('a value', () => {
  it.each([
    [undefined, '-'],
    [null, '-'],
    [['a', 'b'], 'a, b'],
    [{ a: 1 }, '{"a":1}'],
    [false, 'false'],
  ])('%p is shown as %s', (value, text) => {
    expect(shown(value, '-')).toBe(text);
  });
});

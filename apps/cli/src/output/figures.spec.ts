import { describe, expect, it } from '@jest/globals';
import { type Figure, type Outcome } from '@samenwerkt/engine';
import { figureLines } from './figures.js';

const figure = (outcome: Outcome): Figure => ({
  id: 'ww',
  title: { nl: 'WW', en: 'Unemployment benefit' },
  outcome,
  steps: [
    {
      text: { nl: '€ 20.000,00 × 18/36', en: '€ 20,000.00 × 18/36' },
      source: { title: 'Nota', page: 'p. 3' },
      assumption: 'naar rato',
      parameters: [
        {
          name: 'bedrag.ww',
          title: { nl: 'WW', en: 'WW' },
          unit: 'euro',
          value: '20000.00',
          validFrom: '2023-07-01',
          source: { title: 'Gemeente', address: 'gemeente.nl' },
          assumption: 'de dag',
        },
      ],
      parts: [{ text: { nl: 'Deel', en: 'Part' }, parameters: [], parts: [] }],
    },
  ],
});

describe('a figure on a terminal', () => {
  it('is a tree of steps, with each parameter, its date, source and assumption', () => {
    expect(figureLines(figure({ kind: 'amount', amount: '10000.00' }), 'nl')).toEqual([
      'WW: 10000.00',
      '  • € 20.000,00 × 18/36',
      '      bedrag.ww: 20000.00 (euro), geldt sinds 2023-07-01; bron: Gemeente, gemeente.nl — aanname: de dag',
      '      bron: Nota, p. 3',
      '      aanname: naar rato',
      '    • Deel',
    ]);
  });

  it('ends with what must prove it, and since when', () => {
    const evidence = {
      id: 'loonstrook',
      title: { nl: 'Loonstrook', en: 'Payslip' },
      from: '2020-01-01',
      source: { title: 'Nota', page: 'p. 4' },
      assumption: 'de dag',
      note: { nl: 'Zonder naam.', en: 'Without a name.' },
    };
    const lines = figureLines({ ...figure({ kind: 'adviser' }), steps: [], evidence: [evidence] }, 'nl');
    expect(lines.slice(1)).toEqual([
      '  Gevraagd bewijs:',
      '  • Loonstrook, geldt sinds 2020-01-01; bron: Nota, p. 4 — aanname: de dag',
      '      Zonder naam.',
    ]);
  });

  it.each<[Outcome, string]>([
    [{ kind: 'adviser' }, 'the adviser decides'],
    [{ kind: 'duty' }, 'an obligation without an amount'],
    [{ kind: 'none', reason: { nl: 'niets', en: 'nothing' } }, 'nothing'],
    [{ kind: 'unknown', missing: ['maanden'], reason: { nl: 'zonder maanden', en: 'no months' } }, 'no months'],
  ])('says %j in words', (outcome, words) => {
    expect(figureLines(figure(outcome), 'en')[0]).toBe(`Unemployment benefit: ${words}`);
  });
});

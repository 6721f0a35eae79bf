import { describe, expect, it } from '@jest/globals';
import { inLanguage } from './in-language.js';

const both = (nl: string, en: string) => ({ nl, en });

describe('a value in one language', () => {
  const value = {
    id: 'ww',
    title: both('WW', 'WW'),
    steps: [{ text: both('telt', 'counts'), parts: [], amount: null }],
  };

  it('has its texts in that language, however deep they lie, and the rest as it was', () => {
    expect(inLanguage(value, 'nl')).toEqual({
      id: 'ww',
      title: 'WW',
      steps: [{ text: 'telt', parts: [], amount: null }],
    });
    expect(inLanguage(value, 'en').steps).toEqual([{ text: 'counts', parts: [], amount: null }]);
  });

  it('takes only what is nothing but a text in both languages for one', () => {
    const more = { nl: 'ja', en: 'yes', de: 'ja' };
    expect(inLanguage({ more, half: { nl: 'ja' } }, 'en')).toEqual({ more, half: { nl: 'ja' } });
  });
});

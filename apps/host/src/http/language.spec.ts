import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'nl'],
    ['', 'nl'],
    ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.3, nl;q=0.7', 'nl'],
    ['fr, en;q=0.4', 'en'],
    ['fr, de', 'nl'],
    ['en;q=0', 'nl'],
    ['EN', 'en'],
    [';;;,q=', 'nl'],
  ])('asked with %p is %s', (header, language) => {
    expect(languageOf({ headers: header === undefined ? {} : { 'accept-language': header } })).toBe(language);
  });
});

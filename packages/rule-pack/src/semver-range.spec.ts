import { describe, expect, it } from '@jest/globals';
import { satisfies } from './semver-range.js';

describe('an engine version', () => {
  it.each([
    ['0.1.0', '^0.1.0', true],
    ['0.1.7', '^0.1.2', true],
    ['0.1.1', '^0.1.2', false],
    ['0.2.0', '^0.1.0', false],
    ['1.9.0', '^1.2.3', true],
    ['1.2.3', '^1.2.3', true],
    ['1.2.2', '^1.2.3', false],
    ['2.0.0', '^1.2.3', false],
    ['0.0.3', '^0.0.3', true],
    ['0.0.4', '^0.0.3', false],
    ['0.1.0', '^0.0.0', false],
    ['0.1', '^0.1.0', false],
    ['0.1.0', '0.1.0', false],
  ])('%s in %s: %p', (version, range, fits) => {
    expect(satisfies(version, range)).toBe(fits);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../support/host.js';

const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

/** The rows of threats: what can happen, what is done about it, and which tests show it. */
const threats = text
  .split('\n')
  .filter((line) => /^\| [STRIDE]\d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', , , tests = '']) => ({
    id,
    files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  }));

describe('the threat model', () => {
  it('names for each threat a test that is there, and has them of every kind', () => {
    expect(threats.length).toBeGreaterThan(30);
    expect(new Set(threats.map(({ id }) => id)).size).toBe(threats.length);
    expect([...new Set(threats.map(({ id }) => id[0]))].sort()).toEqual([...'DEIRST']);
    for (const { id, files } of threats) {
      expect([id, files.length]).not.toEqual([id, 0]);
      for (const file of files) expect([id, file, existsSync(join(ROOT, file))]).toEqual([id, file, true]);
      for (const file of files) expect([id, file]).toEqual([id, expect.stringMatching(/\.spec\.ts$/)]);
    }
  });

  it('refers to threats of its own only, in the mapping to controls', () => {
    const known = threats.map(({ id }) => id);
    const mapped = text.split('\n').filter((line) => /^\| [5-8]\.\d+ \|/.test(line));
    expect(mapped.length).toBeGreaterThan(15);
    for (const line of mapped) {
      for (const [id] of line.matchAll(/\b[STRIDE]\d+\b/g)) expect([line, known.includes(id)]).toEqual([line, true]);
    }
  });

  it('links to documents that are there', () => {
    for (const [, file = ''] of text.matchAll(/\]\(([\w./-]+\.md)[^)]*\)/g))
      expect([file, existsSync(join(ROOT, 'docs', file))]).toEqual([file, true]);
  });
});

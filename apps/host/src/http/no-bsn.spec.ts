import { describe, expect, it } from '@jest/globals';
import { DataInvalid } from '@samenwerkt/ledger';
import { mustHoldNoBsn } from './no-bsn.js';

/** Passes the eleven-test and belongs to nobody. */
const NUMBER = '111222333';
const REMINDER = '01a20808-0e76-712f-b4ee-0ea621a75f68.0@samenwerkt.example';

describe('a number that can be a BSN', () => {
  it.each([
    ['in a text', { note: `belt met ${NUMBER}` }],
    ['deep in a list', { all: [{ note: NUMBER }] }],
    ['behind a moment that is none', { id: `20261123T${NUMBER}Z_brief` }],
    ['in the name of a mail, behind its moment', { id: `20261123T105115446Z_${NUMBER}@samenwerkt.example.eml` }],
  ])('is refused %s', (_, value) => {
    expect(() => mustHoldNoBsn(value)).toThrow(DataInvalid);
  });

  it.each([
    ['a digest', { digest: NUMBER.padEnd(64, 'a') }],
    ['the name of a mail, whatever its moment', { id: `20261123T${NUMBER}Z_${REMINDER}.eml` }],
    ['the files of a rule pack', { files: NUMBER }],
  ])('is no matter in %s', (_, value) => {
    expect(() => mustHoldNoBsn(value)).not.toThrow();
  });
});

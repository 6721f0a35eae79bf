import { describe, expect, it } from '@jest/globals';
import { DateInvalid } from '@samenwerkt/calendar';
import { LifecycleMismatch } from '@samenwerkt/engine';
import {
  AlreadyExists,
  IdempotencyConflict,
  LedgerClosed,
  NotFound,
  PackUnavailable,
  PartnershipQuarantined,
  RegressionRunning,
  VersionConflict,
} from '@samenwerkt/ledger';
import { toProblem } from './problem.js';

describe('an error, as the world sees it', () => {
  it.each([
    [new NotFound({ nl: 'contract', en: 'contract' }, 'C-1'), 404, 'not-found'],
    [new VersionConflict(1, 2), 409, 'version-conflict'],
    [new IdempotencyConflict('k'), 409, 'idempotency-conflict'],
    [new AlreadyExists({ nl: 'Contract', en: 'Contract' }, 'C-1'), 409, 'already-exists'],
    [new RegressionRunning('r'), 409, 'regression-running'],
    [new PartnershipQuarantined('p', 'momentopname'), 423, 'partnership-quarantined'],
    [new LifecycleMismatch('stappenplan-2020', 'a', 'b'), 423, 'lifecycle-mismatch'],
    [new PackUnavailable('basis', '1.0.0'), 503, 'pack-unavailable'],
    [new LedgerClosed(), 503, 'ledger-closed'],
    [new DateInvalid('2026-02-30'), 400, 'date-invalid'],
  ])('%p has its own status and type, in two languages', (error, status, code) => {
    const dutch = toProblem(error, 'nl');
    const english = toProblem(error, 'en');
    expect(dutch).toMatchObject({ status, type: `urn:samenwerkt:problem:${code}` });
    expect(english).toMatchObject({ status, type: `urn:samenwerkt:problem:${code}` });
    expect(dutch.detail).not.toBe(english.detail);
  });

  it('shows nothing of what nobody foresaw', () => {
    const problem = toProblem(new TypeError('secret of /var/lib at line 12'), 'en');
    expect(problem).toMatchObject({ status: 500, type: 'urn:samenwerkt:problem:internal' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it.each([null, undefined, 'text', { code: 'FST_ERR_X', statusCode: 500, message: 'inner' }])(
    'survives %p',
    (thrown) => {
      expect(toProblem(thrown, 'nl').status).toBe(500);
    },
  );
});

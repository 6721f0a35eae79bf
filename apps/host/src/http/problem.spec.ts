import { describe, expect, it } from '@jest/globals';
import { DateInvalid } from '@samenwerkt/calendar';
import { LifecycleMismatch, PackInvalid } from '@samenwerkt/engine';
import { PackArchiveRefused } from '@samenwerkt/intake';
import {
  AlreadyExists,
  IdempotencyConflict,
  LedgerClosed,
  NotFound,
  PackChanged,
  PackEnded,
  PackImmutable,
  PackNotPublishable,
  PackNotPublished,
  PackPinned,
  PackStateConflict,
  PackUnavailable,
  PackVersionNotHigher,
  PartnershipQuarantined,
  RegressionRunning,
  type ShelvedPack,
  VersionConflict,
} from '@samenwerkt/ledger';
import { toProblem } from './problem.js';

const version: ShelvedPack = {
  ref: { name: 'mini', version: '1.0.0', digest: 'd' },
  state: 'vervallen',
  loadedAt: '2026-03-02T09:00:00.000Z',
  uploadedBy: 'a',
  publishedAt: '2026-03-02T09:00:00.000Z',
  publishedBy: 'a',
  endsOn: '2026-04-01',
  replacedBy: { name: 'mini', version: '2.0.0' },
  reason: 'nieuw beleid',
};

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
    [new PackStateConflict(version), 409, 'pack-state-conflict'],
    [new PackImmutable(version.ref, 'gepubliceerd'), 409, 'pack-immutable'],
    [new PackChanged(version.ref, 'd'), 409, 'pack-changed'],
    [new PackPinned(version.ref), 409, 'pack-pinned'],
    [new PackVersionNotHigher(version.ref, '2.0.0'), 422, 'pack-version-not-higher'],
    [new PackNotPublishable(version.ref, { findings: [], tests: [] }), 422, 'pack-not-publishable'],
    [new PackNotPublished('mini'), 422, 'pack-not-published'],
    [new PackEnded(version), 422, 'pack-ended'],
    [new PackArchiveRefused('damaged'), 422, 'pack-archive-refused'],
    [new PackInvalid([]), 422, 'pack-invalid'],
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

import { describe, expect, it } from '@jest/globals';
import { DeliveryFailed, type FailureCode } from './delivery-failed.js';

describe('a delivery that failed', () => {
  it.each<[FailureCode, unknown, boolean]>([
    ['mail-server-slow', new Error('no answer'), true],
    ['mail-server-unreachable', Object.assign(new Error(), { code: 'ECONNECTION' }), true],
    ['mail-server-unreachable', Object.assign(new Error(), { code: 'ESOCKET', originalCode: 'ECONNREFUSED' }), false],
    ['webhook-unreachable', Object.assign(new Error(), { code: 'ECONNRESET' }), true],
    ['webhook-unreachable', Object.assign(new Error(), { code: 'ENOTFOUND' }), false],
    ['webhook-refused', undefined, false],
    ['mail-deferred', new Error('451 later'), false],
    ['aborted', new Error('stopped'), true],
    ['aborted', undefined, false],
  ])('with %s (%s) may have arrived nevertheless: %s', (code, cause, mayHaveArrived) => {
    expect(new DeliveryFailed(code, { cause }).mayHaveArrived).toBe(mayHaveArrived);
  });
});

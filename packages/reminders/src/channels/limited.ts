import { DeliveryFailed, type FailureCode } from './delivery-failed.js';

/**
 * Does the work under a signal that goes off when the caller stops it or when it takes too long, and cleans up after
 * itself: the caller's signal may live as long as the program (`AbortSignal.any` would keep something for every message).
 * @param milliseconds for all of the work
 * @param late the failure when that was not enough
 * @throws DeliveryFailed when it was stopped or late, and otherwise what the work throws
 */
export async function limited<T>(
  signal: AbortSignal,
  milliseconds: number,
  late: FailureCode,
  work: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, milliseconds);
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) throw new DeliveryFailed('aborted');
    return await work(limit.signal);
  } catch (error) {
    if (signal.aborted) throw new DeliveryFailed('aborted', { cause: error });
    if (limit.signal.aborted) throw new DeliveryFailed(late, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

import { Queue as BullQueue } from 'bullmq';
import { Redis } from 'ioredis';
import { redisUrl } from './redis.js';

/** The queue in Redis for somebody who looks into it, over a connection of its own. */
export interface QueueView {
  readonly queue: BullQueue;
  /** Whether Redis answers now; while it does not, a question to the queue would wait. */
  isReachable(): boolean;
  close(): Promise<void>;
}

/**
 * @param kind kind of work of which the queue is
 * @param onFailure told what Redis complains of
 * @throws ChannelMisconfigured
 */
export function viewQueue(url: string, kind: string, onFailure: (error: unknown) => void): QueueView {
  const connection = new Redis(redisUrl(url), { maxRetriesPerRequest: null, connectTimeout: 2000 });
  connection.on('error', onFailure);
  const queue = new BullQueue(kind, { connection, skipMetasUpdate: true });
  queue.on('error', onFailure);
  return {
    queue,
    isReachable: () => connection.status === 'ready',
    close: async () => {
      if (connection.status === 'ready') await queue.close();
      connection.disconnect();
    },
  };
}

/** What needs Redis, apart: an installation without it does not load BullMQ at its start. */
export { BullMqQueue, MAIL_QUEUE } from './dispatch/bullmq-queue.js';
export { viewQueue, type QueueView } from './dispatch/queue-view.js';

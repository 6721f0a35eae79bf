/** Media type of answers that go on for as long as somebody listens. */
export const EVENT_STREAM = 'text/event-stream';

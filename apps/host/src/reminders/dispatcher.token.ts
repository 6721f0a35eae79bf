import { Inject, Optional } from '@nestjs/common';

/** What the administration asks of whatever sends reminders in this process. */
export interface DispatcherPort {
  /** How delivery stands: last scan, last reconciliation, depth of the queue. */
  health(): Promise<object>;
  /** Looks at once for what waits and is in no queue. Counts what was offered, what the queue had lost, and moments without a reminder that got one. */
  reconcile(): Promise<{ readonly offered: number; readonly requeued: number; readonly planned: number }>;
}

/** Under which the dispatcher is provided; a process that only serves the API has none. */
export const DISPATCHER = Symbol('dispatcher');

/** Under which is provided where the raw queue is shown; null where it is not. */
export const BOARD_ADDRESS = Symbol('board address');

/** The dispatcher of this process as a constructor's argument; undefined where none runs. */
export function InjectDispatcher(): ParameterDecorator {
  return (target, key, index) => {
    Inject(DISPATCHER)(target, key, index);
    Optional()(target, key, index);
  };
}

import { type components } from './schema.js';

/** A reason why an event may not happen, as the API gives it. */
export type Reason = components['schemas']['Reason'];

interface FieldFault {
  /** JSON pointer into what was sent: `/data/datum`. */
  readonly path: string;
  readonly detail: string;
}

/** What the API answers when something cannot be done (RFC 9457), in the language of the screen. */
interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldFault[];
  readonly reasons?: readonly Reason[];
}

/** The API refused, or could not be reached (status 0). The message says what to do. */
export class ApiError extends Error {
  readonly code: string;
  readonly title: string;
  readonly faults: readonly FieldFault[];
  readonly reasons: readonly Reason[];

  constructor(
    readonly status: number,
    problem: ProblemBody,
  ) {
    super(problem.detail ?? problem.title ?? String(status));
    this.name = 'ApiError';
    this.code = (problem.type ?? '').split(':').at(-1) ?? '';
    this.title = problem.title ?? '';
    this.faults = problem.errors ?? [];
    this.reasons = problem.reasons ?? [];
  }

  /** Somebody else changed it since it was read. */
  get isConflict(): boolean {
    return this.code === 'version-conflict';
  }
}

/** What is wrong with what was sent, by JSON pointer; nothing when the error is about something else. */
export function faultsByField(error: unknown): Readonly<Record<string, string>> {
  const faults = error instanceof ApiError ? error.faults : [];
  return Object.fromEntries(faults.map(({ path, detail }) => [path.startsWith('/') ? path : `/${path}`, detail]));
}

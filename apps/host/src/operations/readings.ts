import { secondsBetween } from '@samenwerkt/calendar';
import { type Activity, type Ledger } from '@samenwerkt/ledger';
import { type Dispatcher, type DispatchHealth } from '@samenwerkt/reminders';
import { Counter, Gauge, Registry } from 'prom-client';

/** How things stand at one moment; the part that needs the database is absent when that does not answer. */
interface Standing {
  readonly activity: Activity;
  readonly dispatch?: DispatchHealth;
  /** Reminders that do not go out by themselves any more. */
  readonly dead?: number;
  /** Seconds since this process last looked what is due; absent when it is not the one that does, or never did yet. */
  readonly scanAge?: number;
}

interface Reading {
  readonly name: string;
  readonly help: string;
  /** `Counter`: since this process started. `Gauge`: now. */
  readonly type: typeof Counter | typeof Gauge;
  /** Undefined when it cannot be said: then it is left out, which is not the same as nought. */
  readonly of: (standing: Standing) => number | undefined;
}

/** Everything that is read when it is asked for, by its name without what all names begin with. */
const READINGS: readonly Reading[] = [
  {
    name: 'ledger_up',
    help: 'Whether the database answers: 1 or 0.',
    type: Gauge,
    of: ({ dispatch }) => (dispatch ? 1 : 0),
  },
  {
    name: 'ledger_waiting',
    help: 'Pieces of work that wait for the next commit of this process.',
    type: Gauge,
    of: ({ activity }) => activity.waiting,
  },
  {
    name: 'ledger_commits_total',
    help: 'Commits by this process.',
    type: Counter,
    of: ({ activity }) => activity.commits,
  },
  {
    name: 'ledger_committed_work_total',
    help: 'Pieces of work in those commits; divided by the commits it is the size of a batch.',
    type: Counter,
    of: ({ activity }) => activity.work,
  },
  {
    name: 'transitions_accepted_total',
    help: 'Events that took place through this process, the start of a partnership and a move to another pack included.',
    type: Counter,
    of: ({ activity }) => activity.accepted,
  },
  {
    name: 'transitions_refused_total',
    help: 'Events that were refused: not possible in that state, or not allowed by the rule pack.',
    type: Counter,
    of: ({ activity }) => activity.refused,
  },
  {
    name: 'reminders_late',
    help: 'Reminders that are due and not out yet, of all processes.',
    type: Gauge,
    of: ({ dispatch }) => dispatch?.late.count,
  },
  {
    name: 'reminders_late_seconds',
    help: 'How long the first of them has been due.',
    type: Gauge,
    of: ({ dispatch }) => dispatch?.late.seconds,
  },
  {
    name: 'reminders_dead',
    help: 'Reminders that do not go out by themselves any more: somebody must look.',
    type: Gauge,
    of: ({ dead }) => dead,
  },
  {
    name: 'queue_waiting',
    help: 'Reminders that the queue calls for now.',
    type: Gauge,
    of: ({ dispatch }) => dispatch?.depth?.waiting,
  },
  {
    name: 'queue_delayed',
    help: 'Reminders that the queue calls for later.',
    type: Gauge,
    of: ({ dispatch }) => dispatch?.depth?.delayed,
  },
  {
    name: 'deliveries_succeeded_total',
    help: 'Reminders that this process got out.',
    type: Counter,
    of: ({ dispatch }) => dispatch?.delivered,
  },
  {
    name: 'deliveries_failed_total',
    help: 'Attempts of this process that failed.',
    type: Counter,
    of: ({ dispatch }) => dispatch?.failed,
  },
  {
    name: 'scan_age_seconds',
    help: 'Time since the last reconciliation of table and queue; only from the process that does that.',
    type: Gauge,
    of: ({ scanAge }) => scanAge,
  },
  {
    name: 'scan_requeued',
    help: 'Reminders that the queue had lost at that reconciliation.',
    type: Gauge,
    of: ({ dispatch, scanAge }) => (scanAge === undefined ? undefined : dispatch?.lastReconciliation?.requeued),
  },
];

/** The readings of this moment as Prometheus text. Never fails. */
export async function readNow(ledger: Ledger, dispatcher: Dispatcher): Promise<string> {
  const standing = await standingOf(ledger, dispatcher);
  const registry = new Registry();
  for (const { name, help, type: Type, of } of READINGS) {
    const value = of(standing);
    if (value !== undefined) new Type({ name: `samenwerkt_${name}`, help, registers: [registry] }).inc(value);
  }
  return registry.metrics();
}

async function standingOf(ledger: Ledger, dispatcher: Dispatcher): Promise<Standing> {
  const activity = ledger.activity();
  try {
    const [dispatch, dead] = await Promise.all([dispatcher.health(), ledger.dispatch.dead()]);
    const { scans, lastScanAt } = dispatch;
    if (!scans || lastScanAt === null) return { activity, dispatch, dead };
    return { activity, dispatch, dead, scanAge: Math.max(0, secondsBetween(lastScanAt, ledger.clock())) };
  } catch {
    return { activity };
  }
}

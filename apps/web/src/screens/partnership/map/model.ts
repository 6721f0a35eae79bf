import { type Option, type Schemas } from '../../../api/queries.js';
import { dateOf } from '../../../i18n/format.js';

type State = Schemas['Lifecycle']['states'][number];
type Transition = Schemas['Lifecycle']['transitions'][number];
type Leg = Schemas['Road']['items'][number];

/** How a place or a way looks: where it stands, what is behind it, what can come, and what will not come any more. */
type Standing = 'now' | 'done' | 'can' | 'blocked' | 'ahead' | 'notChosen';

/** A state on the map. */
export interface Place extends State {
  /** Phase of the band that it is drawn in; an end is drawn where it is reached from. */
  readonly band: string;
  readonly standing: Standing;
  /** ISO date: since when it stands there, or when it was last left. */
  readonly on?: string;
  /** The event that leads there from where it stands now, and how many reasons are in its way. */
  readonly by?: { readonly event: string; readonly title: string; readonly reasons: number };
}

/** A line on the map. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly standing: 'done' | 'can' | 'ahead' | 'notChosen';
}

export interface MapModel {
  readonly places: readonly Place[];
  readonly ways: readonly Way[];
  /** Titles of the events that belong to many states at once, and have no line of their own. */
  readonly elsewhere: readonly string[];
}

/** What is known of one partnership. */
interface Travelled {
  readonly now: readonly string[];
  readonly done: boolean;
  readonly road: readonly Leg[];
  readonly options: readonly Option[];
}

/** The map of a lifecycle with the road of one partnership on it. */
export function mapOf(lifecycle: Schemas['Lifecycle'], travelled: Travelled): MapModel {
  const { states, transitions } = lifecycle;
  const visits = visitsOf(transitions, travelled.road);
  const been = new Set([...visits.keys(), ...travelled.now]);
  const drawn = states.filter((state) => isWorthDrawing(state, lifecycle, been, travelled.now));
  const ids = new Set(drawn.map(({ id }) => id));
  const aside = new Set(states.filter((state) => isAside(state, transitions)).map(({ id }) => id));
  const lines = linesOf(transitions, travelled.road, been).filter(
    ({ from, to }) => ids.has(from) && ids.has(to) && !aside.has(to),
  );
  const homed = drawn.map((state) => atHome(state, states, lines));
  const bands = [...new Set(homed.map(({ band }) => band))];
  const furthest = Math.max(...homed.filter(({ id }) => been.has(id)).map(({ band }) => bands.indexOf(band)));
  const closed = new Set(
    homed.filter(({ id, end, lane }) => end && lane !== '' && been.has(id)).map(({ lane }) => lane),
  );
  const places = homed.map((state): Place => {
    const on = visits.get(state.id);
    const by = wayThere(state.id, transitions, travelled);
    const isPast = travelled.done || closed.has(state.lane) || bands.indexOf(state.band) < furthest;
    return { ...state, standing: standingOf(), ...(on !== undefined && { on }), ...(by && { by }) };

    function standingOf(): Standing {
      if (travelled.now.includes(state.id)) return 'now';
      if (been.has(state.id)) return 'done';
      if (by) return by.reasons > 0 ? 'blocked' : 'can';
      return isPast ? 'notChosen' : 'ahead';
    }
  });
  const standing = new Map(places.map((place) => [place.id, place.standing]));
  const ways = lines.map(({ from, to, isTravelled }): Way => {
    const there = standing.get(to);
    if (isTravelled) return { from, to, standing: 'done' };
    if (there === 'can' && travelled.now.includes(from)) return { from, to, standing: 'can' };
    return { from, to, standing: there === 'notChosen' || there === 'done' ? 'notChosen' : 'ahead' };
  });
  return {
    places,
    ways: ways.sort(({ standing: one }, { standing: other }) => rank(one) - rank(other)),
    elsewhere: elsewhereIn(transitions),
  };
}

/** What was travelled is drawn last, and so over the rest. */
function rank(standing: Way['standing']): number {
  return ['notChosen', 'ahead', 'can', 'done'].indexOf(standing);
}

const isOfManyStates = ({ event, from }: Transition) => event !== null && from.length > 1;

/**
 * Suspension and an early end belong to no step: they are drawn when it stands there. An end that only another lane leads to is
 * drawn once it was reached.
 */
function isWorthDrawing(
  state: State,
  { states, transitions }: Schemas['Lifecycle'],
  been: ReadonlySet<string>,
  now: readonly string[],
): boolean {
  if (isAside(state, transitions)) return now.includes(state.id);
  if (been.has(state.id)) return true;
  const into = waysInto(state, transitions);
  const laneOf = new Map(states.map(({ id, lane }) => [id, lane]));
  const isOfLane = ({ from }: Transition) => from.some((id) => laneOf.get(id) === state.lane);
  return state.end && state.lane !== '' ? into.some(isOfLane) : true;
}

const waysInto = ({ id }: State, transitions: readonly Transition[]) =>
  transitions.filter((one) => one.to.includes(id) && !isOfManyStates(one));

/** Whether whole parts of the chart lead there. */
function isAside(state: State, transitions: readonly Transition[]): boolean {
  return state.lane === '' && transitions.some((one) => isOfManyStates(one) && one.to.includes(state.id));
}

/** States that were passed without a stay: the end of the last lane, from which it went on by itself. */
function passedIn(transitions: readonly Transition[], { event, left, entered }: Leg): string[] {
  return transitions
    .filter((one) => one.event === event && one.from.some((id) => left.includes(id)))
    .flatMap(({ to }) => to)
    .filter((id) => !entered.includes(id))
    .filter((id) => transitions.some((one) => one.event === null && one.from.includes(id) && meet(one.to, entered)));
}

const meet = (one: readonly string[], other: readonly string[]) => one.some((id) => other.includes(id));

/** Date of each state that was visited: left or passed, or else entered. */
function visitsOf(transitions: readonly Transition[], road: readonly Leg[]): Map<string, string> {
  const visits = new Map<string, string>();
  for (const leg of road)
    for (const id of [...leg.left, ...passedIn(transitions, leg), ...leg.entered]) visits.set(id, dateOf(leg.at));
  return visits;
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly isTravelled: boolean;
}

/** Every pair of states with a line between them, once. A way out of many states is a line only where it was taken. */
function linesOf(transitions: readonly Transition[], road: readonly Leg[], been: ReadonlySet<string>): Line[] {
  const lines = new Map<string, Line>();
  for (const transition of transitions) {
    const { from, to } = transition;
    for (const one of from)
      for (const other of to) {
        const isTravelled =
          been.has(one) && been.has(other) && road.some((leg) => isTaken(transitions, transition, leg, one, other));
        const key = `${one} ${other}`;
        if (isOfManyStates(transition) ? isTravelled : isTravelled || !lines.has(key))
          lines.set(key, { from: one, to: other, isTravelled });
      }
  }
  return [...lines.values()];
}

function isTaken(all: readonly Transition[], { event }: Transition, leg: Leg, from: string, to: string): boolean {
  const passed = passedIn(all, leg);
  const arrives = leg.entered.includes(to) || passed.includes(to);
  return event === null
    ? arrives && (passed.includes(from) || leg.left.includes(from))
    : event === leg.event && arrives && leg.left.includes(from);
}

/** A state of the phases around the steps is drawn beside the state that leads to it. */
function atHome(state: State, states: readonly State[], lines: readonly Line[]): State & { readonly band: string } {
  const isAround = state.lane === '' && (state.end || lines.every(({ from }) => from !== state.id));
  const into = lines.filter(({ to }) => to === state.id);
  const source = isAround ? (into.find(({ isTravelled }) => isTravelled) ?? into[0])?.from : undefined;
  const beside = states.find(({ id }) => id === source);
  return { ...state, band: beside?.phase ?? state.phase, lane: beside?.lane ?? state.lane };
}

function wayThere(id: string, transitions: readonly Transition[], { now, options }: Travelled): Place['by'] {
  for (const { event, from, to } of transitions.filter((one) => !isOfManyStates(one))) {
    const option = options.find((one) => one.event === event);
    if (!option || !to.includes(id) || !meet(from, now)) continue;
    const reasons =
      option.status === 'blocked' ? option.reasons.filter(({ severity }) => severity === 'block').length : 0;
    return { event: option.event, title: option.title, reasons };
  }
  return undefined;
}

function elsewhereIn(transitions: readonly Transition[]): string[] {
  return [...new Set(transitions.filter(isOfManyStates).map(({ title }) => title))];
}

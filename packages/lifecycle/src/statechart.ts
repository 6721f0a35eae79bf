import {
  and,
  createMachine,
  initialTransition,
  or,
  stateIn,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type Snapshot,
  type StateValue,
} from 'xstate';
import { listed, outline, type ChartOutline, type PlacedNode } from './chart-outline.js';
import { PositionUnreadable } from './errors.js';
import { type ChartNode, type ChartTransition, type Lifecycle, type Position, type Text, type When } from './model.js';
import { readStored, writeStored } from './stored-position.js';

type Data = Readonly<Record<string, unknown>>;
type MachineConfig = Parameters<typeof createMachine>[0];
type Guard = Parameters<typeof and>[0][number];
type NodeConfig = NonNullable<MachineConfig['states']>[string];

/** What a chart can do: the moving part of a lifecycle. */
type Statechart = Pick<Lifecycle, 'start' | 'move' | 'accepts' | 'restore'>;

/** A position with the machine's own view of it, and the moves from it that were worked out before. */
interface Rest {
  readonly position: Position;
  readonly snapshot: AnyMachineSnapshot;
  readonly moves: Map<string, Rest | undefined>;
}

/**
 * Makes a chart ready for use. Moves are remembered: positions hold no context, so an event leads from a position to
 * the same place each time. The memory is bounded by the chart itself: its positions times its events times the
 * conditions those put on data.
 * @param name id of the lifecycle, for messages
 */
export function compile(name: string, chart: ChartNode): Statechart {
  const plan = outline(chart);
  const machine: AnyStateMachine = createMachine(configured(plan, chart));
  const rests = new Map<string, Rest>();

  function rest(snapshot: AnyMachineSnapshot): Rest {
    const position = positionOf(plan, snapshot);
    const known = rests.get(position.persisted);
    if (known) return known;
    const made = { position, snapshot, moves: new Map<string, Rest | undefined>() };
    rests.set(position.persisted, made);
    return made;
  }

  function restAt(persisted: string): Rest {
    return rests.get(persisted) ?? rest(restored(name, plan, machine, persisted));
  }

  return {
    start: () => rest(initialTransition(machine)[0]).position,

    move(position, event, data) {
      const conditions = plan.events.get(event);
      if (!conditions) return undefined;
      const from = restAt(position.persisted);
      const key =
        conditions.length === 0 ? event : event + conditions.map((when) => (fulfils(data, when) ? 1 : 0)).join('');
      const known = from.moves.get(key);
      if (known || from.moves.has(key)) return known?.position;
      const sent = { type: event, data };
      const to = from.snapshot.can(sent) ? rest(transition(machine, from.snapshot, sent)[0]) : undefined;
      from.moves.set(key, to);
      return to?.position;
    },

    accepts: (position, event) => plan.events.has(event) && restAt(position.persisted).snapshot.can({ type: event }),

    restore: (persisted) => restAt(persisted).position,
  };
}

/** Ids inside the machine are paths: XState gives the dots of public ids a meaning of their own. */
function machineId({ path }: PlacedNode): string {
  return ['root', ...path].join('/');
}

function configured(plan: ChartOutline, chart: ChartNode): MachineConfig {
  const idOf = new Map<string | undefined, string>(plan.nodes.map((placed) => [placed.node.id, machineId(placed)]));
  const reference = (id: string): string => {
    const found = idOf.get(id);
    if (found === undefined) throw new RangeError(`the chart has no state '${id}'`);
    return `#${found}`;
  };

  const guardOf = (when: When): Guard => {
    if ('all' in when) return and(when.all.map(guardOf));
    if ('active' in when) return or(when.active.map((id) => stateIn(reference(id))));
    // Without data the question is whether the event is possible with some data.
    return ({ event }: { readonly event: { readonly type: string; readonly data?: Data } }) =>
      !event.data || fulfils(event.data, when);
  };

  const moveOf = ({ target, when }: ChartTransition) => ({
    // A transition that stays needs an action, or XState counts it as a forbidden one.
    ...(target === undefined ? { actions: stay } : { target: [target].flat().map(reference) }),
    ...(when && { guard: guardOf(when) }),
  });

  const nodeOf = (node: ChartNode, path: readonly string[]): NodeConfig =>
    ({
      id: machineId({ node, path }),
      ...(node.type && { type: node.type }),
      ...(node.type === 'history' && { history: 'deep' }),
      ...(node.initial && { initial: node.initial }),
      ...(node.states && { states: mapped(node.states, (child, key) => nodeOf(child, [...path, key])) }),
      ...(node.on && { on: mapped(node.on, (transitions) => listed(transitions).map(moveOf)) }),
      ...(node.onDone && { onDone: node.onDone.map(moveOf) }),
    }) as NodeConfig;

  return nodeOf(chart, []) as MachineConfig;
}

function stay(): void {
  // Positions hold nothing beside their states.
}

function fulfils(data: Data, { field, equals }: { readonly field: string; readonly equals: unknown }): boolean {
  return data[field] === equals;
}

function mapped<From, To>(of: Readonly<Record<string, From>>, as: (item: From, key: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(of).map(([key, item]) => [key, as(item, key)]));
}

function positionOf(plan: ChartOutline, snapshot: AnyMachineSnapshot): Position {
  const active = leavesIn(plan, snapshot.value as StateValue);
  const done = snapshot.status === 'done';
  const persisted = writeStored({
    active,
    ...(isSuspended(plan, active, done) && { history: remembered(plan, snapshot) }),
  });
  return Object.freeze({ states: Object.freeze(active), done, persisted });
}

/** Whether the part of the chart that remembers where it was, has been left and may be entered again. */
function isSuspended({ history, leaves }: ChartOutline, active: readonly string[], done: boolean): boolean {
  if (!history || done) return false;
  return !active.some((id) => isInside(history.path.slice(0, -1), leaves.get(id)));
}

function isInside(parent: readonly string[], placed: PlacedNode | undefined): boolean {
  return parent.every((key, depth) => placed?.path[depth] === key);
}

function remembered(plan: ChartOutline, snapshot: AnyMachineSnapshot): readonly string[] {
  const nodes = plan.history ? (snapshot.historyValue[machineId(plan.history)] ?? []) : [];
  const ids = new Set(nodes.map(({ id }) => id));
  return [...plan.leaves].filter(([, placed]) => ids.has(machineId(placed))).map(([id]) => id);
}

function leavesIn(plan: ChartOutline, value: StateValue): readonly string[] {
  return [...plan.leaves].filter(([, { path }]) => isActive(value, path)).map(([id]) => id);
}

function isActive(value: StateValue | undefined, [key, ...deeper]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (typeof value === 'string') return value === key && deeper.length === 0;
  return value !== undefined && key in value && isActive(value[key], deeper);
}

function restored(name: string, plan: ChartOutline, machine: AnyStateMachine, persisted: string): AnyMachineSnapshot {
  const unreadable = (nl: string, en: string) => new PositionUnreadable(name, { nl, en } satisfies Text);
  const stored = readStored(persisted);
  if (!stored) throw unreadable('de tekst is beschadigd', 'the text is damaged');
  const { active, history } = stored;
  const foreign = [...active, ...(history ?? [])].find((id) => !plan.leaves.has(id));
  if (foreign !== undefined) {
    throw unreadable(`de staat '${foreign}' bestaat in deze versie niet`, `this version has no state '${foreign}'`);
  }
  const snapshot = snapshotAt(plan, machine, active, history);
  // XState fills in what is left out and drops what it cannot place; only a text that survives unchanged is a position.
  const whole =
    isResting(plan, active) &&
    positionOf(plan, snapshot).persisted === persisted &&
    isSuspended(plan, active, snapshot.status === 'done') === (history !== undefined) &&
    (history === undefined || isWorthReturningTo(plan, machine, history));
  if (!whole) throw unreadable('die staten gaan niet samen', 'those states do not go together');
  return snapshot;
}

function isWorthReturningTo(plan: ChartOutline, machine: AnyStateMachine, history: readonly string[]): boolean {
  const parent = plan.history?.path.slice(0, -1) ?? [];
  return (
    history.every((id) => isInside(parent, plan.leaves.get(id))) &&
    isResting(plan, history) &&
    positionOf(plan, snapshotAt(plan, machine, history)).persisted === writeStored({ active: history })
  );
}

/** Whether no part of the chart has ended without going on: the machine never comes to rest in such a place. */
function isResting({ nodes, leaves }: ChartOutline, active: readonly string[]): boolean {
  const placed = active.flatMap((id) => leaves.get(id) ?? []);
  return nodes.every(({ node, path }) => {
    const inside = placed.filter((leaf) => isInside(path, leaf));
    return !node.onDone || inside.length === 0 || inside.some((leaf) => leaf.node.type !== 'final');
  });
}

function snapshotAt(
  plan: ChartOutline,
  machine: AnyStateMachine,
  active: readonly string[],
  history?: readonly string[],
): AnyMachineSnapshot {
  const placed = active.flatMap((id) => plan.leaves.get(id) ?? []);
  const done = placed.some(({ node, path }) => node.type === 'final' && path.length === 1);
  const memory = (history ?? []).flatMap((id) => plan.leaves.get(id) ?? []).map((leaf) => ({ id: machineId(leaf) }));
  const stored = {
    status: done ? 'done' : 'active',
    output: undefined,
    error: undefined,
    value: valueOf(placed.map(({ path }) => path)),
    historyValue: plan.history && history ? { [machineId(plan.history)]: memory } : {},
    context: {},
    children: {},
  };
  // The scope is for child actors only, which charts do not have.
  return machine.restoreSnapshot(stored as Snapshot<unknown>, undefined as never) as AnyMachineSnapshot;
}

/** State value that holds the leaves at these paths; XState reads `{ a: {} }` as it reads `'a'`. */
function valueOf(paths: readonly (readonly string[])[]): StateValue {
  const keys = new Set(paths.flatMap(([key]) => key ?? []));
  const deeper = (key: string) => paths.filter(([first, second]) => first === key && second !== undefined);
  return Object.fromEntries([...keys].map((key) => [key, valueOf(deeper(key).map((path) => path.slice(1)))]));
}

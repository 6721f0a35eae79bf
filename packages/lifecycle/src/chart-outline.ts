import { type ChartNode, type ChartTransition, type When } from './model.js';

/** A node of the chart with its place in the tree. */
export interface PlacedNode {
  readonly node: ChartNode;
  /** Keys from the root down; the root itself has none. */
  readonly path: readonly string[];
}

/** A condition on a field of an event's data. */
type FieldCondition = Extract<When, { readonly field: string }>;

/** What can be read off a chart without running it. */
export interface ChartOutline {
  /** Every node, parents before children, in the order of the chart. */
  readonly nodes: readonly PlacedNode[];
  /** The leaves by public id, in the order of the chart. */
  readonly leaves: ReadonlyMap<string, PlacedNode>;
  /** The one history node, if the chart has any; it remembers where its parent was left. */
  readonly history: PlacedNode | undefined;
  /** For each event that the chart uses, the conditions its transitions put on data. */
  readonly events: ReadonlyMap<string, readonly FieldCondition[]>;
}

/**
 * Reads the outline of a chart.
 * @throws RangeError when two leaves share an id, a leaf has none, or there is more than one history node
 */
export function outline(chart: ChartNode): ChartOutline {
  const nodes = [...walk(chart, [])];
  const leaves = new Map<string, PlacedNode>();
  for (const placed of nodes.filter(({ node }) => node.states === undefined && node.type !== 'history')) {
    const { id } = placed.node;
    if (id === undefined || leaves.has(id))
      throw new RangeError(`leaf '${placed.path.join('.')}' needs an id of its own`);
    leaves.set(id, placed);
  }
  const histories = nodes.filter(({ node }) => node.type === 'history');
  if (histories.length > 1) throw new RangeError('a chart has at most one history node');
  return { nodes, leaves, history: histories[0], events: conditionsByEvent(nodes) };
}

/** The transitions of an entry of `on`, written as a list. */
export function listed(transitions: ChartTransition | readonly ChartTransition[]): readonly ChartTransition[] {
  return 'length' in transitions ? transitions : [transitions];
}

function* walk(node: ChartNode, path: readonly string[]): Generator<PlacedNode> {
  yield { node, path };
  for (const [key, child] of Object.entries(node.states ?? {})) yield* walk(child, [...path, key]);
}

function conditionsByEvent(nodes: readonly PlacedNode[]): ReadonlyMap<string, readonly FieldCondition[]> {
  const events = new Map<string, FieldCondition[]>();
  for (const [event, transitions] of nodes.flatMap(({ node }) => Object.entries(node.on ?? {}))) {
    const known = events.get(event) ?? [];
    for (const condition of listed(transitions).flatMap(({ when }) => (when ? fieldConditions(when) : []))) {
      if (!known.some(({ field, equals }) => field === condition.field && equals === condition.equals))
        known.push(condition);
    }
    events.set(event, known);
  }
  return events;
}

function fieldConditions(when: When): readonly FieldCondition[] {
  if ('all' in when) return when.all.flatMap(fieldConditions);
  return 'field' in when ? [when] : [];
}

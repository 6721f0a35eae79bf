import { listed, type ChartOutline, type PlacedNode } from './chart-outline.js';
import { type ChartTransition, type GraphTransition, type LifecycleGraph, type When } from './model.js';

/** What of a chart can be drawn: its leaves, and each way between them. */
export function graphOf(plan: ChartOutline): LifecycleGraph {
  const states = [...plan.leaves].map(([id, placed]) => ({
    id,
    lane: laneOf(plan, placed),
    end: placed.node.type === 'final',
  }));
  return { states, transitions: plan.nodes.flatMap((placed) => transitionsOf(plan, placed)) };
}

/** The child of the outermost parallel node that the state lies in. */
function laneOf(plan: ChartOutline, { path }: PlacedNode): string {
  const parallel = plan.nodes.find(({ node, path: above }) => node.type === 'parallel' && isWithin(path, above));
  return parallel ? path.slice(0, parallel.path.length + 1).join('.') : '';
}

function transitionsOf(plan: ChartOutline, { node, path }: PlacedNode): GraphTransition[] {
  const inside = [...plan.leaves].filter(([, leaf]) => isWithin(leaf.path, path)).map(([id]) => id);
  const ways = Object.entries(node.on ?? {}).flatMap(([event, transitions]) =>
    listed(transitions).map((one) => ({ event, from: inside, to: targetsOf(plan, one) })),
  );
  const onward = (node.onDone ?? []).map((one) => ({
    event: null,
    from: one.when ? activeIn(one.when) : endsOf(plan, inside),
    to: targetsOf(plan, one),
  }));
  return [...ways, ...onward];
}

/** A history node is no place of its own, so that what leads to it has no target here. */
function targetsOf(plan: ChartOutline, { target = [] }: ChartTransition): readonly string[] {
  return [target].flat().filter((id) => plan.leaves.has(id));
}

function activeIn(when: When): readonly string[] {
  if ('all' in when) return when.all.flatMap(activeIn);
  return 'active' in when ? when.active : [];
}

function endsOf(plan: ChartOutline, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => plan.leaves.get(id)?.node.type === 'final');
}

function isWithin(path: readonly string[], above: readonly string[]): boolean {
  return above.length <= path.length && above.every((key, depth) => path[depth] === key);
}

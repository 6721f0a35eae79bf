import { type ElkNode } from 'elkjs/lib/elk-api.js';
import { type MapModel, type Place, type Way } from './model.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A map with a place for everything, in pixels from the corner at the top. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly (Box & { readonly phase: string })[];
  readonly lanes: readonly (Box & { readonly lane: string })[];
  readonly places: readonly (Box & { readonly place: Place })[];
  readonly ways: readonly { readonly way: Way; readonly points: readonly Point[] }[];
}

/** Lays out the inside of one lane. */
export type LayOut = (graph: ElkNode) => Promise<ElkNode>;

/** Wide: steps from left to right. Narrow: from top to bottom. */
const SIZES = {
  wide: { direction: 'RIGHT', place: { width: 160, height: 84 }, end: { width: 156, height: 64 }, ratio: '2.6' },
  narrow: { direction: 'DOWN', place: { width: 142, height: 88 }, end: { width: 142, height: 66 }, ratio: '0.4' },
} as const;
const HEAD = 40;
const LANE_HEAD = 32;
const INSET = 20;
const PADDING = 12;
const LANE_GAP = 16;
const GUTTER = 28;
/** Distance of the routes between bands from the edge. */
const RAIL = 8;

/**
 * A place for everything on the map: bands under each other, their lanes under each other, and the states of a lane where
 * `layOut` puts them. Ways between lanes run through the space between them and along the edges.
 * @param least width that bands have at least
 */
export async function drawnFrom(
  { places, ways }: MapModel,
  isWide: boolean,
  least: number,
  layOut: LayOut,
): Promise<Drawn> {
  const size = SIZES[isWide ? 'wide' : 'narrow'];
  const keys = [...new Set(places.map(({ band }) => band))].flatMap((band) =>
    [...new Set(places.filter((one) => one.band === band).map(({ lane }) => lane))].map((lane) => ({ band, lane })),
  );
  const insides = await Promise.all(
    keys.map(async ({ band, lane }) => {
      const here = places.filter((one) => one.band === band && one.lane === lane);
      return { band, lane, here, laid: await layOut(graphOf(`${band} ${lane}`, here, ways, size)) };
    }),
  );
  const width = Math.max(least, ...insides.map(({ laid }) => (laid.width ?? 0) + 2 * (INSET + PADDING)));
  const bands: Drawn['bands'][number][] = [];
  const lanes: Drawn['lanes'][number][] = [];
  const put: Drawn['places'][number][] = [];
  const inner: Drawn['ways'][number][] = [];
  let y = 0;
  for (const band of new Set(keys.map((key) => key.band))) {
    const top = y;
    y += HEAD;
    for (const { lane, here, laid } of insides.filter((one) => one.band === band)) {
      const head = lane === '' ? 0 : LANE_HEAD;
      const corner = { x: INSET + PADDING, y: y + head };
      const height = head + (laid.height ?? 0) + (lane === '' ? 0 : PADDING);
      if (lane !== '') lanes.push({ lane, x: INSET, y, width: width - 2 * INSET, height });
      for (const { id, x = 0, y: down = 0, width: w = 0, height: h = 0 } of laid.children ?? []) {
        const place = here.find((one) => one.id === id);
        if (place) put.push({ place, x: corner.x + x, y: corner.y + down, width: w, height: h });
      }
      for (const { id, sections = [] } of laid.edges ?? []) {
        const way = ways.find((one) => nameOf(one) === id);
        const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
          startPoint,
          ...bendPoints,
          endPoint,
        ]);
        if (way) inner.push({ way, points: points.map((point) => ({ x: corner.x + point.x, y: corner.y + point.y })) });
      }
      y += height + LANE_GAP;
    }
    bands.push({ phase: band, x: 0, y: top, width, height: y - top });
    y += GUTTER;
  }
  const within = { bands, lanes, put, width };
  const outer = ways
    .filter((way) => inner.every((one) => one.way !== way))
    .flatMap((way) => {
      const points = between(way, within);
      return points ? [{ way, points }] : [];
    });
  const all = [...inner, ...outer];
  return {
    width,
    height: y - GUTTER,
    bands,
    lanes,
    places: put,
    ways: ways.flatMap((way) => all.filter((one) => one.way === way)),
  };
}

export function nameOf({ from, to }: Way): string {
  return `${from} ${to}`;
}

function graphOf(
  id: string,
  here: readonly Place[],
  ways: readonly Way[],
  size: (typeof SIZES)['wide' | 'narrow'],
): ElkNode {
  const order = here.map((place) => place.id);
  const ids = new Set(order);
  return {
    id,
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': size.direction,
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.aspectRatio': size.ratio,
      'elk.spacing.nodeNode': '14',
      'elk.spacing.componentComponent': '20',
      'elk.layered.spacing.nodeNodeBetweenLayers': '22',
      'elk.layered.spacing.edgeNodeBetweenLayers': '11',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.bk.fixedAlignment': 'LEFTUP',
    },
    children: here.map((place) => ({ id: place.id, ...(place.end ? size.end : size.place) })),
    edges: ways
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .sort((one, other) => order.indexOf(one.to) - order.indexOf(other.to))
      .map((way) => ({ id: nameOf(way), sources: [way.from], targets: [way.to] })),
  };
}

interface Within extends Pick<Drawn, 'bands' | 'lanes'> {
  readonly put: Drawn['places'];
  readonly width: number;
}

const isInside = (box: Box, { y }: Point) => y >= box.y && y < box.y + box.height;

/** A way from one lane to another: down out of its own, along the edge, and in from the left. */
function between({ from, to }: Way, { bands, lanes, put, width }: Within): readonly Point[] | undefined {
  const source = put.find(({ place }) => place.id === from);
  const target = put.find(({ place }) => place.id === to);
  const band = source && bands.find((one) => isInside(one, source));
  if (!source || !target || !band) return undefined;
  const lane = lanes.find((one) => isInside(one, source));
  const bandEnd = band.y + band.height + GUTTER / 2;
  const hasLaneBelow = lane !== undefined && lanes.some((one) => isInside(band, one) && one.y > lane.y);
  const down = hasLaneBelow ? lane.y + lane.height + LANE_GAP / 2 : bandEnd;
  const middle = target.y + target.height / 2;
  const right = width - RAIL;
  return [
    ...wayOut(source, put, down),
    ...(hasLaneBelow && !isInside(band, target)
      ? [
          { x: right, y: down },
          { x: right, y: bandEnd },
          { x: RAIL, y: bandEnd },
        ]
      : [{ x: RAIL, y: down }]),
    { x: RAIL, y: middle },
    { x: target.x, y: middle },
  ];
}

/** Straight down, or around what is underneath. */
function wayOut(source: Box, put: Drawn['places'], down: number): readonly Point[] {
  const x = source.x + source.width / 2;
  const bottom = source.y + source.height;
  const isFree = put.every((one) => one.y < bottom || one.y > down || x < one.x || x > one.x + one.width);
  if (isFree)
    return [
      { x, y: bottom },
      { x, y: down },
    ];
  const beside = source.x + source.width + 7;
  const middle = source.y + source.height / 2;
  return [
    { x: source.x + source.width, y: middle },
    { x: beside, y: middle },
    { x: beside, y: down },
  ];
}

/** The path of a way, with round corners. */
export function pathOf(points: readonly Point[], radius = 7): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const corners = rest.map((point, index) => {
    const before = points[index] ?? first;
    const after = rest[index + 1];
    if (!after) return `L${point.x} ${point.y}`;
    const start = towards(point, before, radius);
    const end = towards(point, after, radius);
    return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${corners.join('')}`;
}

function towards(from: Point, to: Point, most: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(most, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

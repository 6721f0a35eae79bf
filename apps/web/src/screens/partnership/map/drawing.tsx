import { IconArrowsMaximize, IconCircleCheck, IconLock, IconMinus, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import {
  BaseEdge,
  Handle,
  Position,
  ReactFlow,
  useReactFlow,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import { useMemo, type CSSProperties } from 'react';
import { phaseName } from '../../../components/phase-name.js';
import { t } from '../../../i18n/translate.js';
import { laneName, wordsOf } from './words.js';
import { nameOf, pathOf, type Box, type Drawn } from './layout.js';
import { type Place, type Way } from './model.js';

type BandNode = Node<{ readonly title: string; readonly level: 'band' | 'lane' }, 'band'>;
type PlaceNode = Node<{ readonly place: Place; readonly partnership: string }, 'state'>;
type WayEdge = Edge<{ readonly path: string; readonly standing: Way['standing'] }, 'way'>;

const nodeTypes = { band: Band, state: State };
const edgeTypes = { way: Line };

/** The map as it is laid out, to be moved and enlarged; everything on it also stands in the list beneath it. */
export function Drawing({
  drawn,
  partnership,
  width,
}: {
  readonly drawn: Drawn;
  readonly partnership: string;
  readonly width: number;
}) {
  const zoom = Math.min(1, width / (drawn.width + 2));
  const nodes = useMemo(() => nodesOf(drawn, partnership), [drawn, partnership]);
  const edges = useMemo(() => edgesOf(drawn), [drawn]);
  return (
    <div
      className="sw-map"
      style={{ '--sw-drawn': width, blockSize: Math.ceil((drawn.height + 4) * zoom) } as CSSProperties}
    >
      <ReactFlow
        key={`${drawn.width} ${drawn.height} ${width}`}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultViewport={{ x: 1, y: 1, zoom }}
        minZoom={0.3}
        maxZoom={2}
        zIndexMode="manual"
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        panOnDrag={zoom < 1 || width > 700}
        proOptions={{ hideAttribution: true }}
      >
        <Zoom zoom={zoom} />
      </ReactFlow>
    </div>
  );
}

function Zoom({ zoom }: { readonly zoom: number }) {
  const { zoomIn, zoomOut, setViewport } = useReactFlow();
  return (
    <div className="sw-map-zoom">
      <button type="button" aria-label={t('map.larger')} onClick={() => void zoomIn()}>
        <IconPlus size={18} aria-hidden />
      </button>
      <button type="button" aria-label={t('map.smaller')} onClick={() => void zoomOut()}>
        <IconMinus size={18} aria-hidden />
      </button>
      <button type="button" aria-label={t('map.whole')} onClick={() => void setViewport({ x: 1, y: 1, zoom })}>
        <IconArrowsMaximize size={18} aria-hidden />
      </button>
    </div>
  );
}

function Band({ data }: NodeProps<BandNode>) {
  return (
    <div className="sw-map-band" data-level={data.level}>
      {data.title}
    </div>
  );
}

function State({ data: { place, partnership } }: NodeProps<PlaceNode>) {
  const { standing, step, title, end, by } = place;
  const words = wordsOf(place);
  return (
    <div className="sw-map-place" data-standing={standing} data-end={end}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <p>
        {step !== '-' && <span>{step}</span>} <strong>{title}</strong>
      </p>
      <p>
        {standing === 'done' && <IconCircleCheck size={16} aria-hidden />}
        {standing === 'blocked' && <IconLock size={16} aria-hidden />}
        {standing === 'can' && by ? (
          <Link
            to="/partnerschappen/$id/vastleggen/$event"
            params={{ id: partnership, event: by.event }}
            aria-label={`${words}: ${by.title}`}
          >
            {words}
          </Link>
        ) : (
          words
        )}
      </p>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

function Line({ id, data }: EdgeProps<WayEdge>) {
  const { path = '', standing = 'ahead' } = data ?? {};
  return (
    <BaseEdge
      id={id}
      path={path}
      className={`sw-map-way sw-map-way-${standing}`}
      markerEnd={`url(#sw-map-${standing})`}
    />
  );
}

/** The heads of the arrows, once for the page. */
export function ArrowHeads() {
  return (
    <svg className="sw-hidden" aria-hidden="true">
      <defs>
        {(['done', 'can', 'ahead', 'notChosen'] as const).map((standing) => (
          <marker
            key={standing}
            id={`sw-map-${standing}`}
            className={`sw-map-head-${standing}`}
            viewBox="0 0 8 8"
            refX={7}
            refY={4}
            markerWidth={10}
            markerHeight={10}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8Z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}

const at = ({ x, y, width, height }: Box) => ({ position: { x, y }, width, height });

function nodesOf({ bands, lanes, places }: Drawn, partnership: string): Node[] {
  return [
    ...bands.map((box) => ({
      id: `band ${box.phase}`,
      type: 'band',
      zIndex: 0,
      ...at(box),
      data: { title: phaseName(box.phase), level: 'band' },
    })),
    ...lanes.map((box) => ({
      id: `lane ${box.lane}`,
      type: 'band',
      zIndex: 1,
      ...at(box),
      data: { title: laneName(box.lane), level: 'lane' },
    })),
    ...places.map(({ place, ...box }) => ({
      id: place.id,
      type: 'state',
      zIndex: 3,
      ...at(box),
      data: { place, partnership },
    })),
  ];
}

function edgesOf({ ways }: Drawn): WayEdge[] {
  return ways.map(({ way, points }) => ({
    id: nameOf(way),
    type: 'way',
    source: way.from,
    target: way.to,
    zIndex: 2,
    data: { path: pathOf(points), standing: way.standing },
  }));
}

import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { lifecycleQuery, optionsQuery, partnershipQuery, roadQuery } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { t } from '../../i18n/translate.js';
import { ArrowHeads, Drawing } from './map/drawing.js';
import { layOut } from './map/elk.js';
import { drawnFrom } from './map/layout.js';
import { MapList } from './map/list.js';
import './map/map.css';
import { mapOf, type MapModel } from './map/model.js';

const route = getRouteApi('/partnerschappen/$id/kaart');

/** From here on there is room to go from left to right. */
const WIDE = 860;

/** The lifecycle as a map: the road travelled, where it stands, and what can come. */
export function MapTab() {
  const { id } = route.useParams();
  const { data: partnership } = useSuspenseQuery(partnershipQuery(id));
  const lifecycle = useQuery(lifecycleQuery(partnership.lifecycle.id));
  const road = useQuery(roadQuery(id));
  const options = useQuery(optionsQuery(id));
  const map = useMemo(
    () =>
      lifecycle.data &&
      road.data &&
      options.data &&
      mapOf(lifecycle.data, {
        now: partnership.states.map(({ id: state }) => state),
        done: partnership.done,
        road: road.data.items,
        options: options.data.items,
      }),
    [lifecycle.data, road.data, options.data, partnership],
  );
  const failed = [lifecycle, road, options].find(({ error, data }) => error && !data);
  if (failed?.error) return <Failure error={failed.error} again={failed.refetch} />;
  if (!map) return <Loading />;
  return (
    <section className="sw-stack" aria-labelledby="kaart">
      <div>
        <Heading level={2} id="kaart">
          {t('map.title')}
        </Heading>
        <p>{t('map.stands', { states: partnership.states.map(({ title }) => title).join(', ') })}</p>
        <ul className="sw-map-legend" aria-label={t('map.legend')}>
          {(['done', 'now', 'can', 'ahead', 'notChosen'] as const).map((standing) => (
            <li key={standing} data-standing={standing}>
              <span aria-hidden="true" /> {t(`map.legend.${standing}`)}
            </li>
          ))}
        </ul>
      </div>
      <LaidOut map={map} partnership={id} />
      {map.elsewhere.length > 0 && (
        <p className="sw-soft">{t('map.elsewhere', { events: map.elsewhere.join(', ') })}</p>
      )}
      <MapList map={map} />
    </section>
  );
}

function LaidOut({ map, partnership }: { readonly map: MapModel; readonly partnership: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = frame;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const { data, error, refetch } = useQuery({
    queryKey: ['map', map, width],
    enabled: width > 0,
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: (before) => before,
    queryFn: () => drawnFrom(map, width >= WIDE, width - 2, layOut),
  });
  return (
    <div ref={frame}>
      <ArrowHeads />
      {error && !data ? (
        <Failure error={error} again={refetch} />
      ) : data ? (
        <Drawing drawn={data} partnership={partnership} width={width} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

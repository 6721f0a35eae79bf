import { phaseName } from '../../../components/phase-name.js';
import { t } from '../../../i18n/translate.js';
import { type MapModel } from './model.js';
import { fullWordsOf, laneName } from './words.js';

/** The same map in words. */
export function MapList({ map: { places } }: { readonly map: MapModel }) {
  const bands = [...new Set(places.map(({ band }) => band))];
  return (
    <details className="sw-card sw-card-body">
      <summary>{t('map.asList')}</summary>
      {bands.map((band) => (
        <section key={band} className="sw-map-list">
          <h3 className="nl-heading nl-heading--level-3">{phaseName(band)}</h3>
          <ul>
            {places
              .filter((place) => place.band === band)
              .map((place) => (
                <li key={place.id}>
                  <strong>
                    {place.step !== '-' && place.step} {place.title}
                  </strong>
                  {': '}
                  {fullWordsOf(place)}
                  {laneName(place.lane) !== '' && <span className="sw-soft"> · {laneName(place.lane)}</span>}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

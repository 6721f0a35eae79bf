import { Heading } from '@nl-design-system-candidate/heading-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rulePacksQuery, sessionQuery } from '../../api/queries.js';
import { useTitle } from '../../app/use-title.js';
import { Badge, type Tone } from '../../components/badge.js';
import { Empty } from '../../components/empty.js';
import { dateOf, longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { UploadPack } from './upload-pack.js';

const TONES: Readonly<Record<string, Tone>> = { concept: 'blocked', gepubliceerd: 'done', vervallen: 'plain' };

/** The policies: each pack with its versions and how they stand. */
export function PacksScreen() {
  const { data } = useSuspenseQuery(rulePacksQuery);
  const { data: session } = useSuspenseQuery(sessionQuery);
  useTitle(t('pack.title'));
  const names = [...new Set(data.items.map(({ name }) => name))].sort();
  return (
    <div className="sw-stack">
      <Heading level={1}>{t('pack.title')}</Heading>
      {session.actions.includes('packs.upload') && <UploadPack />}
      {names.length === 0 && (
        <div className="sw-card">
          <Empty title={t('pack.none')} />
        </div>
      )}
      {names.map((name) => (
        <section key={name} className="sw-card" aria-label={name}>
          <Heading level={2}>{name}</Heading>
          <ul className="sw-list">
            {data.items
              .filter((one) => one.name === name)
              .map(({ version, state, publishedAt, endsOn, digest }) => (
                <li key={digest} className="sw-actions">
                  <Link
                    to="/regelpakketten/$name/$version"
                    params={{ name, version }}
                    className="nl-link"
                    aria-label={t('pack.open', { name, version })}
                  >
                    {version}
                  </Link>
                  <Badge tone={TONES[state] ?? 'plain'}>{t(`packState.${state}`)}</Badge>
                  <span className="sw-soft sw-small">
                    {publishedAt !== null && longDate(dateOf(publishedAt))}
                    {endsOn !== null && ` ${t('pack.until', { date: longDate(endsOn) })}`}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

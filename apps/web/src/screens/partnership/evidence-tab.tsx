import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { evidenceQuery, sessionQuery, type Schemas } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { t } from '../../i18n/translate.js';
import { Attest, type Wanted } from './evidence/attest.js';
import { Attested } from './evidence/attested.js';

const route = getRouteApi('/partnerschappen/$id/bewijs');

type Unseen = Schemas['EvidenceOfPartnership']['unseen'][number];

/** What proves the events of a partnership: what is asked and nobody saw, and who saw what. */
export function EvidenceTab() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [wanted, setWanted] = useState<Wanted>();
  const [saved, setSaved] = useState<string>();
  const { data, error, refetch } = useQuery(evidenceQuery(id));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Loading rows={6} />;
  const mayAttest = session.actions.includes('evidence.attest');
  const begin = (next: Wanted) => {
    setSaved(undefined);
    setWanted(next);
  };
  return (
    <div className="sw-stack">
      {saved !== undefined && <Notice tone="done" title={t('proof.saved', { title: saved })} />}
      {wanted && (
        <Attest
          key={`${wanted.sequence} ${wanted.kind}`}
          id={id}
          wanted={wanted}
          onDone={(title) => {
            setWanted(undefined);
            setSaved(title);
          }}
          onCancel={() => setWanted(undefined)}
        />
      )}
      <section aria-labelledby="ongezien">
        <div className="sw-section-title">
          <Heading level={2} id="ongezien">
            {t('proof.unseen')}
          </Heading>
          <span className="sw-soft sw-small">{t('proof.unseenText')}</span>
        </div>
        <div className="sw-card">
          {data.unseen.length === 0 ? (
            <Empty title={t('proof.nothingAsked')} />
          ) : (
            <ul className="sw-list">
              {data.unseen.map((one) => (
                <NotSeen key={`${one.sequence} ${one.kind}`} one={one} {...(mayAttest && { onAttest: begin })} />
              ))}
            </ul>
          )}
        </div>
        {mayAttest && (
          <p style={{ marginBlockStart: 12 }}>
            <Button purpose="secondary" onClick={() => begin({ kind: 'anders' })}>
              {t('proof.other')}
            </Button>
          </p>
        )}
      </section>
      <section aria-labelledby="gezien">
        <div className="sw-section-title">
          <Heading level={2} id="gezien">
            {t('proof.seen')}
          </Heading>
        </div>
        <div className="sw-card">
          {data.items.length === 0 ? (
            <Empty title={t('proof.noneSeen')} />
          ) : (
            <ul className="sw-list">
              {data.items.map((one) => (
                <Attested
                  key={one.id}
                  id={id}
                  one={one}
                  mayAttest={mayAttest}
                  mayRead={session.actions.includes('evidenceFiles.read')}
                />
              ))}
            </ul>
          )}
        </div>
      </section>
    </div>
  );
}

function NotSeen({ one, onAttest }: { readonly one: Unseen; readonly onAttest?: (wanted: Wanted) => void }) {
  const { title, eventTitle, note, sequence, kind } = one;
  return (
    <li className="sw-proof">
      <div>
        <strong>{title}</strong> <span className="sw-soft">{t('proof.at', { event: eventTitle })}</span>
        {note !== null && <p className="sw-small">{note}</p>}
      </div>
      {onAttest && (
        <Button
          purpose="secondary"
          aria-label={t('proof.attestThis', { title, event: eventTitle })}
          onClick={() => onAttest({ sequence, kind, title })}
        >
          {t('proof.attest')}
        </Button>
      )}
    </li>
  );
}

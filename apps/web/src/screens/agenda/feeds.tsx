import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { Secret } from '../../components/secret.js';
import { moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

type Feed = Schemas['CalendarToken'];

/** Addresses by which other agendas read along: made, shown this once, and withdrawn. */
export function Feeds() {
  const [leaving, setLeaving] = useState<Feed>();
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['calendar-tokens'] });
  const feeds = useInfiniteQuery({
    queryKey: ['calendar-tokens'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      ask(api.GET('/api/v1/calendar-tokens', { params: { query: cursor === undefined ? {} : { cursor } } })),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const revoke = useMutation({
    mutationFn: ({ id }: Feed) => ask(api.DELETE('/api/v1/calendar-tokens/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      setLeaving(undefined);
      await again();
    },
  });
  const rows = feeds.data?.pages.flatMap(({ items }) => items).filter(({ revokedAt }) => revokedAt === null);
  return (
    <section className="sw-card" aria-labelledby="meelezen">
      <Heading level={2} id="meelezen">
        {t('feed.title')}
      </Heading>
      <div className="sw-card-body sw-stack">
        <p>{t('feed.text')}</p>
        <NewFeed onMade={again} />
        {revoke.error && <Failure error={revoke.error} />}
        {leaving && (
          <Confirm
            title={t('feed.revokeOf', { label: leaving.label })}
            text={t('feed.revokeText')}
            sure={t('feed.sure', { label: leaving.label })}
            isBusy={revoke.isPending}
            onSure={() => revoke.mutate(leaving)}
            onCancel={() => setLeaving(undefined)}
          />
        )}
        {feeds.error && !rows && <Failure error={feeds.error} again={feeds.refetch} />}
        {!rows && !feeds.error && <Loading rows={2} />}
        {rows?.length === 0 && <p className="sw-soft">{t('feed.none')}</p>}
        <ul className="sw-missing">
          {rows?.map((feed) => (
            <li key={feed.id}>
              <span>
                <strong>{feed.label}</strong>{' '}
                <span className="sw-soft sw-small">
                  {t('feed.used')}: {feed.lastUsedAt === null ? t('token.never') : moment(feed.lastUsedAt)}
                </span>
              </span>
              <Button
                purpose="subtle"
                aria-label={t('feed.revokeOf', { label: feed.label })}
                onClick={() => setLeaving(feed)}
              >
                {t('feed.revoke')}
              </Button>
            </li>
          ))}
        </ul>
        {feeds.hasNextPage && (
          <p>
            <Button purpose="secondary" onClick={() => void feeds.fetchNextPage()}>
              {t('app.more')}
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

function NewFeed({ onMade }: { readonly onMade: () => unknown }) {
  const [label, setLabel] = useState('');
  const make = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/calendar-tokens', { body: { label: label.trim() } })),
    onSuccess: () => {
      setLabel('');
      return onMade();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim() !== '') make.mutate();
  };
  return (
    <form className="sw-form" onSubmit={submit}>
      {make.error && <Failure error={make.error} />}
      {make.data && (
        <Notice tone="done" title={t('feed.made', { label: make.data.label })}>
          <p>{t('secret.once')}</p>
          <Secret
            label={t('feed.made', { label: make.data.label })}
            value={`${location.origin}/api/v1/calendar.ics?token=${make.data.token}`}
          />
        </Notice>
      )}
      <label className="sw-field">
        <span className="utrecht-form-label">{t('feed.label')}</span>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          autoComplete="off"
          maxLength={100}
          value={label}
          onChange={({ target }) => setLabel(target.value)}
        />
      </label>
      <p>
        <Button purpose="secondary" type="submit" disabled={make.isPending || label.trim() === ''}>
          {t('feed.make')}
        </Button>
      </p>
    </form>
  );
}

import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../api/client.js';
import { faultsByField } from '../api/errors.js';
import { savedViewsQuery, type Schemas } from '../api/queries.js';
import { t } from '../i18n/translate.js';
import { Failure } from './failure.js';
import { Notice } from './notice.js';

type View = Schemas['SavedView'];
type Screen = 'werkvoorraad' | 'partnerschappen';

const ADDRESS = { werkvoorraad: '/', partnerschappen: '/partnerschappen' } as const;

/**
 * The views of a screen that somebody keeps, and the way to keep this one.
 * @param search how the screen is narrowed now, by name; what is empty narrows nothing
 */
export function SavedViews({
  screen,
  search,
}: {
  readonly screen: Screen;
  readonly search: Readonly<Record<string, string>>;
}) {
  const [isNaming, setNaming] = useState(false);
  const [gone, setGone] = useState<View>();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
  const views = (useQuery(savedViewsQuery).data?.items ?? []).filter((view) => view.screen === screen);
  const here = writtenIn(search);
  const keep = useMutation({
    mutationFn: (name: string) => ask(api.POST('/api/v1/saved-views', { body: { screen, name, search: here } })),
    onSuccess: async () => {
      setNaming(false);
      setGone(undefined);
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: View) => ask(api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } } })),
    onSuccess: async (_, view) => {
      setGone(view);
      await refresh();
    },
  });
  const restore = useMutation({
    mutationFn: ({ name, search: kept }: View) =>
      ask(api.POST('/api/v1/saved-views', { body: { screen, name, search: kept } })),
    onSuccess: async () => {
      setGone(undefined);
      await refresh();
    },
  });
  const error = remove.error ?? restore.error;
  const isKept = views.some((view) => view.search === here);
  return (
    <section className="sw-views" aria-label={t('view.title')}>
      {views.length > 0 && (
        <ul>
          {views.map((view) => (
            <li key={view.id}>
              <Link
                to={ADDRESS[screen]}
                search={readFrom(view.search)}
                className="nl-link"
                aria-current={view.search === here || undefined}
              >
                {view.name}
              </Link>
              <Button
                purpose="subtle"
                aria-label={t('view.remove', { name: view.name })}
                onClick={() => remove.mutate(view)}
                disabled={remove.isPending}
              >
                <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error && <Failure error={error} />}
      {gone && (
        <Notice tone="done" title={t('view.gone', { name: gone.name })}>
          <Button purpose="secondary" onClick={() => restore.mutate(gone)} disabled={restore.isPending}>
            {t('view.undo')}
          </Button>
        </Notice>
      )}
      {isNaming ? (
        <Naming
          error={keep.error}
          isPending={keep.isPending}
          onKeep={(name) => keep.mutate(name)}
          onStop={() => {
            keep.reset();
            setNaming(false);
          }}
        />
      ) : (
        here !== '' &&
        !isKept && (
          <Button purpose="subtle" onClick={() => setNaming(true)}>
            {t('view.keep')}
          </Button>
        )
      )}
    </section>
  );
}

function Naming({
  error,
  isPending,
  onKeep,
  onStop,
}: {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onKeep: (name: string) => void;
  readonly onStop: () => void;
}) {
  const [name, setName] = useState('');
  const fault = faultsByField(error)['/name'];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKeep(name);
  };
  return (
    <form className="sw-views-form" onSubmit={submit}>
      <label htmlFor="weergave-naam">{t('view.name')}</label>
      <input
        id="weergave-naam"
        className="utrecht-textbox utrecht-textbox--html-input"
        autoFocus
        autoComplete="off"
        maxLength={80}
        value={name}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault === undefined ? undefined : 'weergave-fout'}
        onChange={({ target }) => setName(target.value)}
      />
      <Button purpose="primary" type="submit" disabled={isPending}>
        {t('view.keepIt')}
      </Button>
      <Button purpose="subtle" type="button" onClick={onStop}>
        {t('app.cancel')}
      </Button>
      {fault !== undefined ? (
        <p id="weergave-fout" className="sw-late sw-small" role="alert">
          {fault}
        </p>
      ) : (
        error && <Failure error={error} />
      )}
    </form>
  );
}

/** In one order, so that the same view is the same text. */
function writtenIn(search: Readonly<Record<string, string>>): string {
  const given = Object.entries(search).filter(([, value]) => value !== '');
  const text = new URLSearchParams(given.sort(([one], [other]) => one.localeCompare(other))).toString();
  return text === '' ? '' : `?${text}`;
}

function readFrom(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

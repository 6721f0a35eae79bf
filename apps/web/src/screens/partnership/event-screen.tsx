import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { ApiError } from '../../api/errors.js';
import { historyQuery, optionsQuery, partnershipQuery, sessionQuery, type Schemas } from '../../api/queries.js';
import { NotFound } from '../../app/not-found.js';
import { useTitle } from '../../app/use-title.js';
import { Notice } from '../../components/notice.js';
import { useDraft } from '../../form/draft.js';
import { Fields } from '../../form/fields.js';
import { blank, read, type Faults, type FieldSchema } from '../../form/model.js';
import { t } from '../../i18n/translate.js';
import { Refusal } from './refusal.js';
import { RehearsalCard } from './rehearsal-card.js';

const route = getRouteApi('/partnerschappen/$id/vastleggen/$event');

/** Recording an event: what it wants to know, what would come of it, and then the record. */
export function EventScreen() {
  const { id, event } = route.useParams();
  const { data: options } = useSuspenseQuery(optionsQuery(id));
  const option = options.items.find((one) => one.event === event);
  if (!option) return <NotFound />;
  return <EventForm key={event} id={id} option={option} />;
}

function EventForm({ id, option }: { readonly id: string; readonly option: Schemas['Option'] }) {
  const { event, title } = option;
  const schema = option.schema as FieldSchema;
  const { data: partnership } = useSuspenseQuery(partnershipQuery(id));
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [version, setVersion] = useState(partnership.version);
  const empty = useMemo(() => blank(schema), [schema]);
  const draft = useDraft(`${session.person.id} ${id} ${event}`, empty);
  const [faults, setFaults] = useState<Faults>({});
  const navigate = route.useNavigate();
  const client = useQueryClient();
  useTitle(`${title}: ${partnership.title}`);

  const send = async (dryRun: boolean) => {
    const { value } = read(schema, draft.typed);
    const body = { event, data: (value ?? {}) as Record<string, never>, expectedVersion: version };
    return ask(
      api.POST('/api/v1/partnerships/{id}/transitions', { params: { path: { id }, query: { dryRun } }, body }),
    );
  };
  const rehearsal = useMutation({ mutationFn: () => send(true), onError: showFaults });
  const record = useMutation({
    mutationFn: () => send(false),
    onError: showFaults,
    onSuccess: async () => {
      draft.drop();
      await client.invalidateQueries();
      await navigate({ to: '/partnerschappen/$id', params: { id } });
    },
  });
  function showFaults(error: Error): void {
    if (!(error instanceof ApiError)) return;
    setFaults(Object.fromEntries(error.faults.map(({ path, detail }) => [path.replace(/^\/data/, ''), detail])));
  }
  const check = (submitted: FormEvent) => {
    submitted.preventDefault();
    const found = read(schema, draft.typed).faults;
    setFaults(found);
    record.reset();
    if (Object.keys(found).length === 0) rehearsal.mutate();
    else rehearsal.reset();
  };
  const error = record.error ?? rehearsal.error;
  return (
    <div className="sw-stack">
      <div>
        <Link to="/partnerschappen/$id" params={{ id }} className="nl-link">
          {partnership.title}
        </Link>
        <Heading level={1}>{title}</Heading>
      </div>
      {draft.wasKept && (
        <Notice>
          <p>{t('event.draft')}</p>
          <p>
            <Button purpose="subtle" onClick={draft.drop}>
              {t('event.dropDraft')}
            </Button>
          </p>
        </Notice>
      )}
      <FaultSummary faults={faults} />
      {error instanceof ApiError && error.isConflict ? (
        <Conflict id={id} since={version} onSeen={setVersion} />
      ) : (
        error && <Refusal error={error} />
      )}
      <form className="sw-form" onSubmit={check} noValidate>
        <Fields
          schema={schema}
          typed={draft.typed}
          faults={faults}
          path=""
          onType={(typed) => (rehearsal.reset(), draft.type(typed))}
        />
        {rehearsal.data && 'timers' in rehearsal.data && <RehearsalCard rehearsal={rehearsal.data} />}
        <div className="sw-actions">
          {rehearsal.data && !record.error ? (
            <Button purpose="primary" type="button" disabled={record.isPending} onClick={() => record.mutate()}>
              {t('event.record')}
            </Button>
          ) : (
            <Button purpose="primary" type="submit" disabled={rehearsal.isPending}>
              {t('event.check')}
            </Button>
          )}
          <Link to="/partnerschappen/$id" params={{ id }} className="nl-button nl-button--subtle">
            {t('event.back')}
          </Link>
        </div>
      </form>
    </div>
  );
}

/** How many fields must be mended; read out when it comes, and the first of them gets the focus. */
function FaultSummary({ faults }: { readonly faults: Faults }) {
  const paths = Object.keys(faults);
  useEffect(() => {
    const [first] = Object.keys(faults);
    if (first !== undefined) document.querySelector<HTMLElement>(`[data-path="${CSS.escape(first)}"]`)?.focus();
  }, [faults]);
  return paths.length === 0 ? null : <Notice tone="late" alert title={t('event.faults', { n: paths.length })} />;
}

/** What others did since this was opened, and the way to go on from there. */
function Conflict({
  id,
  since,
  onSeen,
}: {
  readonly id: string;
  readonly since: number;
  readonly onSeen: (version: number) => void;
}) {
  const { data: events = [] } = useQuery({ ...historyQuery(id), staleTime: 0 });
  // What was opened stays what it was, also when the form goes on from the newest.
  const [opened] = useState(since);
  const newer = events.filter(({ sequence }) => sequence > opened);
  const last = newer.at(-1);
  useEffect(() => {
    if (last) onSeen(last.sequence);
  }, [last, onSeen]);
  return (
    <Notice tone="blocked" alert title={t('event.conflictTitle')}>
      <p>{t('event.conflict')}</p>
      <ul>
        {newer.map(({ sequence, title, actor }) => (
          <li key={sequence}>
            <strong>{title}</strong> {t('time.by', { who: actor.name ?? actor.id })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

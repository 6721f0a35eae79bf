import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask, rememberCsrf } from './client.js';
import { type components, type paths } from './schema.js';

export type Schemas = components['schemas'];
type QueryOf<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } } ? Q : never;

export type Session = Schemas['Session'];
export type Partnership = Schemas['Partnership'];
export type Option = Schemas['Option'];
export type WorkItem = Schemas['WorkList']['items'][number];
export type ReminderLine = Schemas['ReminderLine'];

/** Not asked for again merely because time goes by. */
const LASTING = { isLasting: true };

/** Who is signed in, and what they may. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  meta: LASTING,
  queryFn: async () => {
    const session = await ask(api.GET('/api/v1/session'));
    rememberCsrf(session.csrfToken);
    return session;
  },
});

export type WorkQuery = NonNullable<QueryOf<'/api/v1/work-list'>>;
export const workQuery = (query: WorkQuery) =>
  queryOptions({
    queryKey: ['work', query],
    placeholderData: keepPreviousData,
    queryFn: () => ask(api.GET('/api/v1/work-list', { params: { query } })),
  });

export const workCountsQuery = queryOptions({
  queryKey: ['work', 'counts'],
  queryFn: () => ask(api.GET('/api/v1/work-list/counts')),
});

export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'evidence'],
    queryFn: () => ask(api.GET('/api/v1/partnerships/{id}/evidence', { params: { path: { id } } })),
  });

export const privacySettingsQuery = queryOptions({
  queryKey: ['privacy-settings'],
  queryFn: () => ask(api.GET('/api/v1/privacy-settings')),
});

export const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: () => ask(api.GET('/api/v1/saved-views')),
});

export type PartnershipsQuery = NonNullable<QueryOf<'/api/v1/partnerships'>>;
/** @param at ISO date; as it stood at the end of that day */
export const partnershipQuery = (id: string, at?: string) =>
  queryOptions({
    queryKey: ['partnership', id, at ?? 'now'],
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(api.GET('/api/v1/partnerships/{id}', { params: { path: { id }, query: at === undefined ? {} : { at } } })),
  });

export const optionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'options'],
    queryFn: () => ask(api.GET('/api/v1/partnerships/{id}/options', { params: { path: { id } } })),
  });

/** The whole history, however many pages it takes. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'history'],
    queryFn: async () => {
      const items: Schemas['HistoryEvent'][] = [];
      for (let after: number | undefined; ;) {
        const query = after === undefined ? {} : { after };
        const page = await ask(api.GET('/api/v1/partnerships/{id}/history', { params: { path: { id }, query } }));
        items.push(...page.items);
        if (page.nextAfter === null) return items;
        after = page.nextAfter;
      }
    },
  });

/** What is owed, and how every figure came about. */
export const obligationQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'obligation'],
    queryFn: () => ask(api.GET('/api/v1/partnerships/{id}/obligation', { params: { path: { id } } })),
  });

/** Which states every event left and entered. */
export const roadQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'road'],
    queryFn: () => ask(api.GET('/api/v1/partnerships/{id}/history/road', { params: { path: { id } } })),
  });

/** The map of a lifecycle: the same until the program changes. */
export const lifecycleQuery = (id: Schemas['Lifecycle']['id']) =>
  queryOptions({
    queryKey: ['lifecycle', id],
    staleTime: Infinity,
    meta: LASTING,
    queryFn: () => ask(api.GET('/api/v1/lifecycles/{id}', { params: { path: { id } } })),
  });

export const verificationQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'verification'],
    meta: LASTING,
    queryFn: () => ask(api.GET('/api/v1/partnerships/{id}/history/verification', { params: { path: { id } } })),
  });

export const checkInsQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'check-ins'],
    queryFn: () => ask(api.GET('/api/v1/partnerships/{id}/check-ins', { params: { path: { id } } })),
  });

export const agendaQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'agenda'],
    queryFn: () => ask(api.GET('/api/v1/partnerships/{id}/check-ins/agenda', { params: { path: { id } } })),
  });

/** What others did in partnerships. @param since instant (ISO, UTC) */
export const recentChangesQuery = (since: string, coordinator: string | undefined) =>
  queryOptions({
    queryKey: ['partnerships', 'changes', since, coordinator],
    queryFn: () => {
      const query = { since, limit: 8, ...(coordinator !== undefined && { coordinator }) };
      return ask(api.GET('/api/v1/recent-changes', { params: { query } }));
    },
  });

type RemindersQuery = NonNullable<QueryOf<'/api/v1/reminders'>>;
/** The conditions of the list, without which part of it. */
export type RemindersFilter = Pick<RemindersQuery, 'q' | 'state'>;

/** How many fit, as far as is counted. */
export const reminderCountQuery = (filter: Omit<RemindersFilter, 'q'>) =>
  queryOptions({
    queryKey: ['reminders', 'count', filter],
    queryFn: () => ask(api.GET('/api/v1/reminders/count', { params: { query: filter } })),
  });

/** The part of the list after so many. */
export const reminderPartQuery = (filter: Omit<RemindersFilter, 'q'>, skip: number, limit: number) =>
  queryOptions({
    queryKey: ['reminders', 'part', filter, skip, limit],
    queryFn: () => ask(api.GET('/api/v1/reminders', { params: { query: { ...filter, skip, limit } } })),
  });

export const reminderQuery = (id: string) =>
  queryOptions({
    queryKey: ['reminder', id],
    queryFn: () => ask(api.GET('/api/v1/reminders/{id}', { params: { path: { id } } })),
  });

export const reminderPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['reminder', id, 'preview'],
    queryFn: () => ask(api.GET('/api/v1/reminders/{id}/preview', { params: { path: { id } } })),
  });

export const reminderHealthQuery = queryOptions({
  queryKey: ['reminders', 'health'],
  refetchInterval: 15_000,
  queryFn: () => ask(api.GET('/api/v1/reminders/health')),
});

export const rulePacksQuery = queryOptions({
  queryKey: ['rule-packs'],
  queryFn: () => ask(api.GET('/api/v1/rule-packs')),
});

export const rulePackQuery = (name: string, version: string) =>
  queryOptions({
    queryKey: ['rule-packs', name, version],
    queryFn: () =>
      ask(api.GET('/api/v1/rule-packs/{name}/versions/{version}', { params: { path: { name, version } } })),
  });

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async () => {
    const items: Schemas['Person'][] = [];
    for (let cursor: string | undefined; ;) {
      const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
      const page = await ask(api.GET('/api/v1/people', { params: { query } }));
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = page.nextCursor;
    }
  },
});

export const auditVerificationQuery = queryOptions({
  queryKey: ['audit', 'verification'],
  meta: LASTING,
  queryFn: () => ask(api.GET('/api/v1/audit-log/verification')),
});

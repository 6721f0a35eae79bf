import { api, ask } from '../../api/client.js';
import { type RemindersFilter } from '../../api/queries.js';
import { usePages } from '../../api/use-pages.js';

/** What fits, page after page. */
export function useReminderPages(filter: RemindersFilter) {
  return usePages(['reminders', 'pages', filter], (cursor) =>
    ask(api.GET('/api/v1/reminders', { params: { query: { limit: 100, ...filter, ...cursor } } })),
  );
}

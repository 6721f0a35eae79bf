import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ask } from '../../api/client.js';
import { partnershipQuery, sessionQuery, type Schemas } from '../../api/queries.js';

type Change = Schemas['HistoryEvent'];

/**
 * Follows what others record on a partnership while it is looked at. A browser opens few connections to one server, all tabs
 * together: a tab in the background holds none, and catches up when it is looked at again.
 * @returns the last event that somebody else recorded since the screen was opened, and the way to put it aside
 */
export function useChanges(id: string): { readonly change: Change | undefined; readonly seen: () => void } {
  const client = useQueryClient();
  const [change, setChange] = useState<Change>();
  useEffect(() => {
    let source: EventSource | undefined;
    const hear = async ({ data }: MessageEvent<string>) => {
      const { version } = JSON.parse(data) as Schemas['Version'];
      const known = client.getQueryData(partnershipQuery(id).queryKey)?.version;
      if (known === undefined || known >= version) return;
      const query = { after: known };
      const { items } = await ask(api.GET('/api/v1/partnerships/{id}/history', { params: { path: { id }, query } }));
      const me = client.getQueryData(sessionQuery.queryKey)?.person.id;
      const last = items.filter(({ actor }) => actor.id !== me).at(-1);
      if (last) setChange(last);
      // Also the walk along its chain; not who is signed in, nor the map of a lifecycle.
      for (const queryKey of [['partnership', id], ['work']]) await client.invalidateQueries({ queryKey });
    };
    const follow = () => {
      source?.close();
      source = undefined;
      if (document.visibilityState !== 'visible') return;
      source = new EventSource(`/api/v1/partnerships/${id}/changes`);
      source.onmessage = (message: MessageEvent<string>) => void hear(message).catch(() => undefined);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
      setChange(undefined);
    };
  }, [client, id]);
  return { change, seen: () => setChange(undefined) };
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Milliseconds between looks when nothing tells of changes. */
const LOOK_AGAIN = 20_000;

/**
 * Lists follow what others do: what is on screen is asked for again whenever somebody looks, and now and then. What lasts
 * is not: who is signed in, the map of a lifecycle, and walks along a whole chain.
 */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible')
        void client.invalidateQueries({ refetchType: 'active', predicate: ({ meta }) => meta?.['isLasting'] !== true });
    }, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [client]);
}

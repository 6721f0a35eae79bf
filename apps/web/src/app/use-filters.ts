import { useCallback } from 'react';

type Filters = Readonly<Record<string, string>>;

/** The way to change what is in the address and narrows a list. Going back skips what was typed in between. */
export function useFilters(navigate: (to: { search: (before: object) => object; replace: boolean }) => Promise<void>) {
  const change = useCallback(
    (changes: Filters) => void navigate({ search: (before) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);
  return { change, search };
}

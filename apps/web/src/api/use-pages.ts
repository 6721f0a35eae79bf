import { useInfiniteQuery } from '@tanstack/react-query';

/** A list that is asked for page by page, each after the cursor of the one before. */
export function usePages<Item>(
  queryKey: readonly unknown[],
  ask: (cursor: { readonly cursor?: string }) => Promise<{ items: Item[]; nextCursor: string | null }>,
) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) => ask(cursor === undefined ? {} : { cursor }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return {
    /** Undefined until the first page is there. */
    rows: data?.pages.flatMap(({ items }) => items),
    error,
    refetch,
    hasNextPage,
    isFetchingNextPage,
    more: () => void fetchNextPage(),
  };
}

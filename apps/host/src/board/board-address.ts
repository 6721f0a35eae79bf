/** Where the raw queue is shown. */
export const BOARD = '/beheer/wachtrij';

/** What may be done there: look, or also change. */
export type BoardMode = 'read' | 'write';

/** The address of the raw queue; null when it is not shown. Without Redis there is none. */
export function boardAddress({
  mode,
  redisUrl,
}: {
  readonly mode: BoardMode | 'off';
  readonly redisUrl: string | undefined;
}): string | null {
  return mode === 'off' || redisUrl === undefined ? null : BOARD;
}

import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import { rowsInSight, type Range } from './rows-in-sight.js';

const NARROW = matchMedia('(max-width: 760px)');

/** Heights of a row in rem, as the style sheet has them; narrow, a row has more lines. */
const REM = { wide: 4, narrow: 9 };

function onResize(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

/** Pixels of a row: more when somebody's letters are larger. */
function rowHeight(): number {
  return REM[NARROW.matches ? 'narrow' : 'wide'] * parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Which rows of a long table are to be drawn while the page scrolls. @param body holds the rows and nothing else */
export function useRowsInSight(body: RefObject<HTMLElement | null>, count: number): { range: Range; row: number } {
  const row = useSyncExternalStore(onResize, rowHeight);
  const [range, setRange] = useState<Range>({ first: 0, end: Math.min(count, 24) });
  useEffect(() => {
    const look = () => {
      const above = -(body.current?.getBoundingClientRect().top ?? 0);
      const seen = rowsInSight(above, innerHeight, row, count);
      setRange((before) => (before.first === seen.first && before.end === seen.end ? before : seen));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [body, count, row]);
  return { range, row };
}

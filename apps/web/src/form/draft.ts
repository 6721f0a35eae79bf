import { useEffect, useState } from 'react';
import { type Typed } from './model.js';

/**
 * What somebody typed, kept in this browser until it is recorded: a closed tab loses nothing.
 * @param name of the person, the partnership and the event
 */
export function useDraft(name: string, start: Typed) {
  const key = `samenwerkt.concept ${name}`;
  const [kept] = useState(() => readKept(key));
  const [typed, type] = useState<Typed>(kept ?? start);
  const [isTouched, touch] = useState(kept !== undefined);
  useEffect(() => {
    if (isTouched) localStorage.setItem(key, JSON.stringify(typed));
  }, [key, typed, isTouched]);
  return {
    typed,
    wasKept: kept !== undefined,
    type: (next: Typed) => {
      touch(true);
      type(next);
    },
    drop: () => {
      localStorage.removeItem(key);
      touch(false);
      type(start);
    },
  };
}

function readKept(key: string): Typed | undefined {
  const kept = localStorage.getItem(key);
  if (kept === null) return undefined;
  try {
    return JSON.parse(kept) as Typed;
  } catch {
    return undefined;
  }
}

import { type ReactNode } from 'react';

export type Tone = 'plain' | 'action' | 'late' | 'blocked' | 'done';

/** A word on a tint; the word says it, the colour only helps. */
export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className="sw-badge" data-tone={tone}>
      {children}
    </span>
  );
}

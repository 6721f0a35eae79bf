import { type ReactNode } from 'react';

/** An empty list: that it is, and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="sw-empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

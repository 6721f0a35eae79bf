import { type ReactNode } from 'react';

/** Something that must not be overlooked. @param alert read out at once */
export function Notice({
  tone = 'info',
  title,
  alert = false,
  children,
}: {
  readonly tone?: 'info' | 'late' | 'done' | 'blocked';
  readonly title?: string;
  readonly alert?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className="sw-notice" data-tone={tone} role={alert ? 'alert' : 'status'}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  );
}

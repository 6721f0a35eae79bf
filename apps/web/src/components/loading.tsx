import { t } from '../i18n/translate.js';

/** Stands where something will be, at about its size, so that nothing jumps when it comes. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div className="sw-skeleton" role="status">
      <span className="sw-hidden" style={{ background: 'none' }}>
        {t('app.loading')}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} />
      ))}
    </div>
  );
}

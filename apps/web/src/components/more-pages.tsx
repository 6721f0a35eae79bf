import { Button } from '@nl-design-system-candidate/button-react';
import { count } from '../i18n/format.js';
import { t } from '../i18n/translate.js';

/** How much of a list is shown, and the way to more of it. */
export function MorePages({
  shown,
  pages: { hasNextPage, isFetchingNextPage, more },
}: {
  readonly shown: number;
  readonly pages: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly more: () => void };
}) {
  return (
    <p className="sw-actions" style={{ marginBlockStart: 16 }}>
      <span className="sw-soft sw-small" role="status">
        {t('app.shown', { shown: count(shown) })}
      </span>
      {hasNextPage && (
        <Button purpose="secondary" onClick={more} disabled={isFetchingNextPage}>
          {t('app.more')}
        </Button>
      )}
    </p>
  );
}

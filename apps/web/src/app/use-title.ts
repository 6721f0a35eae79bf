import { useEffect } from 'react';
import { t } from '../i18n/translate.js';

/** Names the page, for tabs, histories and screen readers. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? t('app.name') : `${title} – ${t('app.name')}`;
  }, [title]);
}

import { Button } from '@nl-design-system-candidate/button-react';
import { type ReactNode } from 'react';
import { type ApiError } from '../api/errors.js';
import { t } from '../i18n/translate.js';
import { Notice } from './notice.js';

/** What went wrong, what to do, and the way to try again. */
export function Failure({
  error,
  again,
  children,
}: {
  readonly error: ApiError | Error;
  readonly again?: () => unknown;
  readonly children?: ReactNode;
}) {
  const title = 'title' in error && error.title !== '' ? error.title : t('error.title');
  return (
    <Notice tone="late" title={title} alert>
      <p>{error.message}</p>
      {children}
      {again && (
        <p>
          <Button purpose="secondary" onClick={() => void again()}>
            {t('error.again')}
          </Button>
        </p>
      )}
    </Notice>
  );
}

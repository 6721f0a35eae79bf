import { ApiError } from '../api/errors.js';
import { Failure } from '../components/failure.js';
import { t } from '../i18n/translate.js';
import { NotFound } from './not-found.js';

/** What is shown in the place of a screen that could not be. */
export function ScreenFailed({ error }: { readonly error: unknown }) {
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  const known =
    error instanceof ApiError ? error : new ApiError(0, { title: t('error.title'), detail: t('error.screen') });
  return <Failure error={known} again={() => location.reload()} />;
}

import { Heading } from '@nl-design-system-candidate/heading-react';
import { Link } from '@tanstack/react-router';
import { t } from '../i18n/translate.js';
import { useTitle } from './use-title.js';

export function NotFound() {
  useTitle(t('notFound.title'));
  return (
    <div className="sw-stack">
      <Heading level={1}>{t('notFound.title')}</Heading>
      <p>{t('notFound.text')}</p>
      <p>
        <Link to="/" className="nl-link">
          {t('notFound.home')}
        </Link>
      </p>
    </div>
  );
}

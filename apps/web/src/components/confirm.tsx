import { Button } from '@nl-design-system-candidate/button-react';
import { type ReactNode } from 'react';
import { t } from '../i18n/translate.js';
import { Notice } from './notice.js';

/** What cannot be undone: what comes of it, and once more whether it is meant. */
export function Confirm({
  title,
  text,
  sure,
  isBusy,
  onSure,
  onCancel,
  children,
}: {
  readonly title: string;
  readonly text: string;
  /** The words on the button that does it. */
  readonly sure: string;
  readonly isBusy: boolean;
  readonly onSure: () => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <Notice tone="blocked" title={title} alert>
      <p>{text}</p>
      {children}
      <div className="sw-actions">
        <Button purpose="primary" disabled={isBusy} onClick={onSure}>
          {sure}
        </Button>
        <Button purpose="subtle" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </Notice>
  );
}

import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { t } from '../i18n/translate.js';

/** Something secret that is shown this once, to be copied. */
export function Secret({ label, value }: { readonly label: string; readonly value: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className="sw-field">
      <span>{label}</span>
      <div className="sw-actions">
        <code className="sw-secret" data-secret>
          {value}
        </code>
        <Button purpose="secondary" onClick={() => void copy()} aria-label={`${t('secret.copy')}: ${label}`}>
          {t('secret.copy')}
        </Button>
        <span role="status" className="sw-ok sw-small">
          {isCopied && t('secret.copied')}
        </span>
      </div>
    </div>
  );
}

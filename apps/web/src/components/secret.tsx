import { Button } from '@nl-design-system-candidate/button-react';
import { useRef, useState } from 'react';
import { t } from '../i18n/translate.js';

/** Something secret that is shown this once, to be copied. */
export function Secret({ label, value }: { readonly label: string; readonly value: string }) {
  const [told, tell] = useState<'secret.copied' | 'secret.selected'>();
  const shown = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      tell('secret.copied');
    } catch {
      // Without https there is no clipboard, and a browser may refuse it: then it is a key away.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      tell('secret.selected');
    }
  };
  return (
    <div className="sw-field">
      <span>{label}</span>
      <div className="sw-actions">
        <code className="sw-secret" data-secret ref={shown}>
          {value}
        </code>
        <Button purpose="secondary" onClick={() => void copy()} aria-label={`${t('secret.copy')}: ${label}`}>
          {t('secret.copy')}
        </Button>
        <span role="status" className="sw-ok sw-small">
          {told && t(told)}
        </span>
      </div>
    </div>
  );
}

import { Button } from '@nl-design-system-candidate/button-react';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type Session } from '../../api/queries.js';
import { t } from '../../i18n/translate.js';
import { FindList } from './find-list.js';

/** The way to everything by its name: a button, and Ctrl K from anywhere. */
export function FindAnything({ session }: { readonly session: Session }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    if (dialog.current?.open === false) dialog.current.showModal();
    setOpen(true);
  };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
  return (
    <>
      <Button purpose="subtle" className="sw-find-button" aria-keyshortcuts="Control+K" onClick={open}>
        <IconSearch size={20} aria-hidden />
        <span>{t('find.title')}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </Button>
      <dialog ref={dialog} className="sw-find" aria-label={t('find.title')} onClose={() => setOpen(false)}>
        {isOpen && <FindList session={session} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

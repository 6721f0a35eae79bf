import { useRouter } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { type Session } from '../../api/queries.js';
import { t } from '../../i18n/translate.js';
import { useFound, type Found } from './use-found.js';

/** Keys that go through what was found, and how far. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** What fits what was typed; arrows go through it, Enter goes there. */
export function FindList({ session, close }: { readonly session: Session; readonly close: () => void }) {
  const [text, setText] = useState('');
  const [chosen, choose] = useState(0);
  const { history } = useRouter();
  const { found, isBusy } = useFound(text, session);
  const list = useId();
  const at = Math.min(chosen, found.length - 1);
  const go = ({ href }: Found) => {
    close();
    history.push(href);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const one = found[at];
    if (step !== undefined && found.length > 0) choose((at + step + found.length) % found.length);
    else if (event.key === 'Enter' && one && !isBusy) go(one);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        className="utrecht-textbox utrecht-textbox--html-input"
        autoFocus
        autoComplete="off"
        aria-label={t('find.what')}
        placeholder={t('find.what')}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          choose(0);
        }}
        onKeyDown={press}
      />
      <ul id={list} role="listbox" aria-label={t('find.title')} aria-busy={isBusy}>
        {found.map((one, index) => (
          <li
            key={one.href}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            ref={(item) => {
              if (index === at) item?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => go(one)}
          >
            <span>{one.title}</span>
            <span className="sw-soft sw-small">{one.hint}</span>
          </li>
        ))}
      </ul>
      <p className="sw-soft sw-small" role="status">
        {!isBusy && found.length === 0 ? t('find.nothing') : t('find.keys')}
      </p>
    </>
  );
}

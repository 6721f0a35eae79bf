import { IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../api/client.js';
import { type Session } from '../api/queries.js';
import { Choice } from '../components/choice.js';
import { chooseLanguage, language } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import { chooseColours, colours, type Colours } from './colours.js';
import { useState } from 'react';

const CHOICES: readonly [Colours, 'app.auto' | 'app.light' | 'app.dark'][] = [
  ['auto', 'app.auto'],
  ['licht', 'app.light'],
  ['donker', 'app.dark'],
];

/** Who is signed in, the language, the colours, and the way out. */
export function AccountMenu({ session: { person, organisation } }: { readonly session: Session }) {
  const client = useQueryClient();
  const [chosen, choose] = useState(colours());
  const signOut = async () => {
    await ask(api.DELETE('/api/v1/session'));
    client.clear();
    location.assign('/aanmelden');
  };
  return (
    <div className="sw-top-end">
      <div className="sw-who">
        <strong>{person.name}</strong>
        {organisation.name}
      </div>
      <details className="sw-menu">
        <summary>
          <span aria-hidden="true" data-initials={initialsOf(person.name)} />
          <span className="sw-hidden">{t('app.account', { name: person.name })}</span>
          <IconChevronDown size={16} aria-hidden />
        </summary>
        <div className="sw-menu-panel sw-card">
          <p>
            <strong>{person.name}</strong>
            <br />
            <span className="sw-soft">{organisation.name}</span>
          </p>
          <Choice
            label={t('app.appearance')}
            value={chosen}
            options={CHOICES.map(([id, key]) => [id, t(key)] as const)}
            onChoose={(picked) => {
              const next = CHOICES.find(([id]) => id === picked)?.[0] ?? 'auto';
              chooseColours(next);
              choose(next);
            }}
          />
          <button
            type="button"
            className="nl-button nl-button--subtle"
            lang={language() === 'nl' ? 'en' : 'nl'}
            onClick={() => chooseLanguage(language() === 'nl' ? 'en' : 'nl')}
          >
            {t(language() === 'nl' ? 'app.english' : 'app.dutch')}
          </button>
          <Link
            to="/account"
            className="nl-link"
            onClick={({ currentTarget }) => currentTarget.closest('details')?.removeAttribute('open')}
          >
            {t('account.title')}
          </Link>
          <button type="button" className="nl-button nl-button--secondary" onClick={() => void signOut()}>
            {t('app.signOut')}
          </button>
        </div>
      </details>
    </div>
  );
}

/** `SW` of Sanne de Wit. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? '').join('');
}

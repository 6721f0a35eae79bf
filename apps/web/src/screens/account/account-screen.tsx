import { Heading } from '@nl-design-system-candidate/heading-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { useTitle } from '../../app/use-title.js';
import { Choice } from '../../components/choice.js';
import { chooseLanguage, language } from '../../i18n/language.js';
import { t } from '../../i18n/translate.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';

/** Who one is here, where one is signed in, and how safely. */
export function AccountScreen() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { person, organisation, roles } = session;
  useTitle(t('account.title'));
  return (
    <div className="sw-stack">
      <Heading level={1}>{t('account.title')}</Heading>
      <section className="sw-card" aria-labelledby="wie">
        <Heading level={2} id="wie">
          {t('account.who')}
        </Heading>
        <div className="sw-card-body sw-form">
          <p>
            <strong>{person.name}</strong>, {organisation.name}
            <br />
            <span className="sw-soft">{person.email}</span>
          </p>
          <p>
            {t('account.roles')}: {roles.map(({ title }) => title).join(', ')}
          </p>
          <p>
            <Link to="/beheer/tokens" className="nl-link">
              {t('token.title')}
            </Link>
          </p>
          <div className="sw-filters">
            <Choice
              label={t('account.language')}
              value={language()}
              options={[
                ['nl', t('app.dutch')],
                ['en', t('app.english')],
              ]}
              onChoose={(chosen) => chooseLanguage(chosen === 'en' ? 'en' : 'nl')}
            />
          </div>
        </div>
      </section>
      <SecondFactor />
      <Sessions />
    </div>
  );
}

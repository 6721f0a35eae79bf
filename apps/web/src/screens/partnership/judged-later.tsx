import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { partnershipQuery, rulePackQuery, sessionQuery } from '../../api/queries.js';
import { language } from '../../i18n/language.js';
import { t } from '../../i18n/translate.js';

interface RuleTitle {
  readonly id: string;
  readonly title: { readonly nl: string; readonly en: string };
}

/**
 * The rules that are judged with what somebody fills in, in the words of the pack.
 * @param id of the partnership
 * @param event title of the event
 * @param rules ids, which is all that is shown to somebody who may not read packs
 */
export function JudgedLater({
  id,
  event,
  rules,
}: {
  readonly id: string;
  readonly event: string;
  readonly rules: readonly string[];
}) {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: partnership } = useSuspenseQuery(partnershipQuery(id));
  const { name, version } = partnership.pack;
  const { data: pack } = useQuery({ ...rulePackQuery(name, version), enabled: session.actions.includes('packs.read') });
  const known = (pack?.rules ?? []) as unknown as readonly RuleTitle[];
  return (
    <details className="sw-small">
      <summary>
        {t('p.judgedLaterCount', { n: rules.length })}
        <span className="sw-hidden"> ({event})</span>
      </summary>
      <ul className="sw-steps">
        {rules.map((rule) => (
          <li key={rule}>
            {known.find((one) => one.id === rule)?.title[language()]} <span className="sw-soft">{rule}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { Heading } from '@nl-design-system-candidate/heading-react';
import { IconCircleCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { rulePacksQuery, type Schemas } from '../../api/queries.js';
import { Badge } from '../../components/badge.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { t } from '../../i18n/translate.js';

/** What was found in a pack when it was read, and how its own tests went. */
export function PackReport({ report: { findings, tests } }: { readonly report: Schemas['RulePackReport'] }) {
  const failed = tests.results.filter(({ passed }) => !passed);
  return (
    <section aria-labelledby="verslag">
      <div className="sw-section-title">
        <Heading level={2} id="verslag">
          {t('pack.report')}
        </Heading>
      </div>
      <ul className="sw-card sw-list">
        <li className={failed.length === 0 ? 'sw-ok' : 'sw-late'}>
          {failed.length === 0 ? <IconCircleCheck size={18} aria-hidden /> : <IconX size={18} aria-hidden />}
          {t('pack.tests', { passed: tests.passed, failed: tests.failed })}
        </li>
        {failed.map(({ id, title, expected, found }) => (
          <li key={id}>
            <strong>
              {id} {title}
            </strong>
            <p className="sw-small">
              {t('pack.expected')}: <code>{expected}</code>
            </p>
            <p className="sw-small">
              {t('pack.found')}: <code>{found}</code>
            </p>
          </li>
        ))}
        {findings.map(({ file, line, column, severity, message }) => (
          <li key={`${file}:${line}:${column} ${message}`}>
            <Badge tone={severity === 'error' ? 'late' : severity === 'warning' ? 'blocked' : 'plain'}>
              {t(`pack.${severity}`)}
            </Badge>{' '}
            <code>
              {file}:{line}:{column}
            </code>
            <p>{message}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The published version before this one, by number. */
function versionBefore(
  packs: readonly Schemas['RulePackVersion'][],
  name: string,
  version: string,
): string | undefined {
  const order = new Intl.Collator('en', { numeric: true });
  return packs
    .filter((one) => one.name === name && one.state !== 'concept' && order.compare(one.version, version) < 0)
    .map((one) => one.version)
    .sort(order.compare)
    .at(-1);
}

/** What is different from the version before. */
export function PackDifferences({ name, version }: { readonly name: string; readonly version: string }) {
  const { data: packs } = useQuery(rulePacksQuery);
  const from = packs && versionBefore(packs.items, name, version);
  const { data, error } = useQuery({
    queryKey: ['rule-packs', name, version, 'differences', from],
    enabled: from !== undefined,
    queryFn: () =>
      ask(
        api.GET('/api/v1/rule-packs/{name}/versions/{version}/differences', {
          params: { path: { name, version }, query: { from: from ?? '' } },
        }),
      ),
  });
  if (packs && from === undefined) return null;
  return (
    <section aria-labelledby="verschil">
      <div className="sw-section-title">
        <Heading level={2} id="verschil">
          {t('pack.differences', { from: from ?? '' })}
        </Heading>
      </div>
      {error ? (
        <Failure error={error} />
      ) : !data ? (
        <Loading rows={2} />
      ) : (
        <ul className="sw-card sw-list">
          <li className="sw-soft">{data.advice.message}</li>
          {data.changes.map(({ area, subject, level, message, details }) => (
            <li key={`${area} ${subject} ${message}`}>
              <Badge tone={level === 'major' ? 'late' : level === 'minor' ? 'blocked' : 'plain'}>{level}</Badge>{' '}
              {message}
              {details.map((detail) => (
                <p key={detail} className="sw-soft sw-small">
                  {detail}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

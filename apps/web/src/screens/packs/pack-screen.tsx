import { Heading } from '@nl-design-system-candidate/heading-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { rulePackQuery, sessionQuery } from '../../api/queries.js';
import { useTitle } from '../../app/use-title.js';
import { Badge } from '../../components/badge.js';
import { euro, longDate } from '../../i18n/format.js';
import { language } from '../../i18n/language.js';
import { t } from '../../i18n/translate.js';
import { MigrateToPack } from './migrate-to-pack.js';
import { PackRegression } from './pack-regression.js';
import { PackDifferences, PackReport } from './pack-report.js';
import { PublishPack } from './publish-pack.js';

const route = getRouteApi('/regelpakketten/$name/$version');

interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

interface Source {
  readonly title: string;
  readonly page?: string;
}

/** A rule as the pack has it. */
interface Rule {
  readonly id: string;
  readonly severity: 'block' | 'warn';
  readonly title: Bilingual;
  readonly message: Bilingual;
  /** CEL; absent when it applies always. */
  readonly appliesWhen?: string;
  readonly condition: string;
  readonly remedy: Bilingual;
  readonly source: Source;
}

interface ParameterValue {
  readonly from?: string;
  readonly value: unknown;
  readonly source?: Source;
}

/** A policy to read: its parameters through time, and its rules in words beside how they stand in the pack. */
export function PackScreen() {
  const { name, version } = route.useParams();
  const { data: pack } = useSuspenseQuery(rulePackQuery(name, version));
  const { data: session } = useSuspenseQuery(sessionQuery);
  const own = language();
  useTitle(`${name} ${version}`);
  const rules = pack.rules as unknown as readonly Rule[];
  return (
    <div className="sw-stack">
      <div>
        <Link to="/regelpakketten" className="nl-link">
          {t('pack.title')}
        </Link>
        <div className="sw-head" style={{ marginBlockStart: 8 }}>
          <div>
            <Heading level={1}>{pack.title[own]}</Heading>
            <p className="sw-soft">
              {name} {version}
            </p>
          </div>
          <Badge tone={pack.state === 'gepubliceerd' ? 'done' : 'plain'}>{t(`packState.${pack.state}`)}</Badge>
        </div>
        <p>{pack.description[own]}</p>
        {session.actions.includes('whatIf.use') && (
          <p>
            <Link to="/wat-als" search={{ pakketten: `${name}@${version}` }} className="nl-link">
              {t('if.withPack')}
            </Link>
          </p>
        )}
      </div>
      {pack.state === 'concept' && <PackReport report={pack.report} />}
      <PackDifferences name={name} version={version} />
      <PackRegression name={name} version={version} mayStart={session.actions.includes('packs.regress')} />
      {pack.state === 'concept' && session.actions.includes('packs.publish') && (
        <PublishPack name={name} version={version} digest={pack.digest} />
      )}
      {pack.state === 'gepubliceerd' && session.actions.includes('packs.migrate') && (
        <MigrateToPack name={name} version={version} />
      )}
      <div>
        <div className="sw-section-title">
          <Heading level={2}>{t('pack.parameters')}</Heading>
          <Badge>{pack.parameters.length}</Badge>
        </div>
        <div className="sw-card sw-table-frame" role="region" aria-label={t('pack.parameters')} tabIndex={0}>
          <table className="utrecht-table">
            <thead>
              <tr>
                <th scope="col">{t('pack.parameters')}</th>
                <th scope="col">{t('pack.value')}</th>
                <th scope="col">{t('pack.since')}</th>
                <th scope="col">{t('app.source')}</th>
              </tr>
            </thead>
            <tbody>
              {pack.parameters.flatMap(({ name: parameter, title, unit, values }) =>
                (values as unknown as readonly ParameterValue[]).map((one, index) => (
                  <tr key={`${parameter} ${index}`}>
                    <th scope="row">
                      {title[own]}
                      <span className="sw-soft">{parameter}</span>
                    </th>
                    <td>{written(one.value, unit)}</td>
                    <td>{since(one)}</td>
                    <td>
                      {one.source?.title}
                      <span className="sw-soft">{one.source?.page}</span>
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      </div>
      <section aria-labelledby="regels">
        <div className="sw-section-title">
          <Heading level={2} id="regels">
            {t('pack.rules')}
          </Heading>
          <Badge>{rules.length}</Badge>
        </div>
        <ol className="sw-card sw-list">
          {rules.map((rule) => (
            <li key={rule.id}>
              <div className="sw-actions">
                <strong>
                  {rule.id} {rule.title[own]}
                </strong>
                <Badge tone={rule.severity === 'block' ? 'late' : 'blocked'}>{t(`pack.${rule.severity}`)}</Badge>
              </div>
              <p>{rule.message[own]}</p>
              <p className="sw-soft">{rule.remedy[own]}</p>
              <p className="sw-soft sw-small">
                {rule.source.title}
                {rule.source.page !== undefined && `, ${rule.source.page}`}
              </p>
              <details>
                <summary>
                  {t('pack.expression')}
                  <span className="sw-hidden"> {rule.id}</span>
                </summary>
                {rule.appliesWhen !== undefined && (
                  <p>
                    <code>{rule.appliesWhen}</code>
                  </p>
                )}
                <p>
                  <code>{rule.condition}</code>
                </p>
              </details>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function since({ from }: ParameterValue): string {
  return from === undefined ? t('p.unknown') : longDate(from);
}

/** A value with its unit, as people write it. */
function written(value: unknown, unit: string): string {
  if (value === null || value === undefined) return t('pack.noValue');
  if (unit === 'euro' && typeof value === 'string') return euro(value);
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return unit === 'tekst' ? text : `${text} ${unit}`;
}

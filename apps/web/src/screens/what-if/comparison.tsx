import { IconArrowsDiff, IconEqual } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { rulePackQuery, type Schemas } from '../../api/queries.js';
import { Badge } from '../../components/badge.js';
import { euro, longDate, shortDate } from '../../i18n/format.js';
import { language } from '../../i18n/language.js';
import { t, type TextKey } from '../../i18n/translate.js';
import { Steps } from '../partnership/duty/steps.js';

type WhatIf = Schemas['WhatIf'];

/** Most moments of a cadence that are written out. */
const MOST = 6;

/** A row: what every pack says about one thing. */
interface Line {
  readonly title: TextKey;
  /** What is compared. */
  readonly key: (item: WhatIf) => unknown;
  readonly show: (item: WhatIf) => ReactNode;
}

const RULES = ['blocks', 'warns', 'unknown', 'fulfilled'] as const;

const LINES: readonly Line[] = [
  {
    title: 'if.obligation',
    key: ({ obligations }) => obligations.map(({ outcome, due }) => [outcome.kind, outcome.amount, due]),
    show: (item) => <Obligations item={item} />,
  },
  {
    title: 'if.counted',
    key: ({ contributions }) => [contributions.total, contributions.unvalued.length],
    show: (item) => <Contributions item={item} />,
  },
  {
    title: 'if.open',
    key: ({ balances }) => balances.map(({ open }) => open),
    show: ({ balances }) =>
      balances.length === 0
        ? t('duty.outcome.unknown')
        : balances.map(({ obligation, open }) => <p key={obligation}>{euro(open)}</p>),
  },
  {
    title: 'if.advice',
    key: ({ advice }) => advice.conclusion,
    show: ({ advice }) => (
      <>
        <strong>{t(`if.conclusion.${advice.conclusion}`)}</strong>
        <p className="sw-small">{advice.summary}</p>
      </>
    ),
  },
  ...RULES.map((name) => ({
    title: `if.${name}` as const,
    key: ({ rules }: WhatIf) => rules[name].map(({ id }) => id).sort(),
    show: ({ rules }: WhatIf) => <Rules rules={rules[name]} />,
  })),
  {
    title: 'if.cadence',
    key: ({ cadence }) => cadence.timers.map(({ kind, dueOn }) => [kind, dueOn]),
    show: (item) => <Cadence item={item} />,
  },
  {
    title: 'if.toFillIn',
    key: ({ toFillIn }) => toFillIn.map(({ name }) => name),
    show: ({ toFillIn }) => <Names names={toFillIn.map(({ title }) => title)} />,
  },
];

/** Packs side by side; a word and a sign tell where they differ. */
export function Comparison({ items }: { readonly items: readonly WhatIf[] }) {
  return (
    <div className="sw-card sw-table-frame" role="region" aria-label={t('if.answer')} tabIndex={0}>
      <table className="utrecht-table sw-compare">
        <thead>
          <tr>
            <th scope="col">{t('if.what')}</th>
            {items.map(({ pack, title, date }, index) => (
              <th scope="col" key={`${index} ${pack.name}`}>
                <strong>{title}</strong>
                <span className="sw-soft">
                  {pack.name} {pack.version}, {t('if.on', { date: longDate(date) })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LINES.map((line) => (
            <Row key={line.title} line={line} items={items} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line: { title, key, show }, items }: { readonly line: Line; readonly items: readonly WhatIf[] }) {
  const differs = new Set(items.map((item) => JSON.stringify(key(item)))).size > 1;
  return (
    <tr data-differs={differs}>
      <th scope="row">
        {t(title)}
        {items.length > 1 && (
          <span className="sw-compare-mark">
            {differs ? (
              <Badge tone="blocked">
                <IconArrowsDiff size={15} aria-hidden /> {t('if.differs')}
              </Badge>
            ) : (
              <span className="sw-soft sw-small">
                <IconEqual size={15} aria-hidden /> {t('if.same')}
              </span>
            )}
          </span>
        )}
      </th>
      {items.map((item, index) => (
        <td key={index}>
          <span className="sw-compare-pack" aria-hidden="true">
            {item.pack.name} {item.pack.version}
          </span>
          {show(item)}
        </td>
      ))}
    </tr>
  );
}

function Obligations({ item: { obligations } }: { readonly item: WhatIf }) {
  if (obligations.length === 0) return t('if.noObligation');
  return obligations.map(({ id, title, outcome, due, steps }) => (
    <div key={id} className="sw-compare-part">
      <p className="sw-small">{title}</p>
      <p>
        {outcome.amount === undefined ? (
          t(`duty.outcome.${outcome.kind}`)
        ) : (
          <strong className="sw-figure">{euro(outcome.amount)}</strong>
        )}{' '}
        <span className="sw-soft">{t(`duty.due.${due}`)}</span>
      </p>
      {outcome.reason !== undefined && <p className="sw-small">{outcome.reason}</p>}
      <Steps steps={steps} />
    </div>
  ));
}

function Contributions({ item: { contributions } }: { readonly item: WhatIf }) {
  const { figures, total, unvalued } = contributions;
  return (
    <>
      <p>{euro(total)}</p>
      {figures.map(({ id, title, outcome, steps }, index) => (
        <div key={`${index} ${id}`} className="sw-compare-part sw-small">
          {title}: {countsFor(outcome)}
          <Steps steps={steps} />
        </div>
      ))}
      {unvalued.map(({ index, block, reason }) => (
        <p key={index} className="sw-small">
          {t('if.notCounted', { block, reason })}
        </p>
      ))}
    </>
  );
}

/** What a contribution comes to. */
function countsFor({ kind, amount }: Schemas['Outcome']): string {
  if (amount !== undefined) return euro(amount);
  return kind === 'none' ? t('if.countsNot') : t(`duty.outcome.${kind}`);
}

function Rules({ rules }: { readonly rules: readonly Schemas['JudgedRule'][] }) {
  if (rules.length === 0) return <span className="sw-soft">{t('if.none')}</span>;
  return (
    <details>
      <summary>
        {rules.length} <span className="sw-small">({t('if.details').toLowerCase()})</span>
      </summary>
      <ul className="sw-steps sw-small">
        {rules.map(({ id, title, message, source }) => (
          <li key={id}>
            <strong>{id}</strong> {title || message}
            <span className="sw-soft">
              {' '}
              {source.title}
              {source.page !== undefined && `, ${source.page}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The moments to come, in the words of the pack. */
function Cadence({ item: { cadence, pack } }: { readonly item: WhatIf }) {
  const { data } = useQuery(rulePackQuery(pack.name, pack.version));
  const titleOf = (kind: string) => data?.cadence.find(({ id }) => id === kind)?.title[language()] ?? kind;
  const { timers } = cadence;
  const last = timers.at(-1);
  if (!last) return <span className="sw-soft">{t('if.none')}</span>;
  return (
    <ul className="sw-steps sw-small">
      {timers.slice(0, MOST).map(({ kind, occurrence, dueOn }) => (
        <li key={`${kind} ${occurrence}`}>
          {shortDate(dueOn)} {titleOf(kind)}
        </li>
      ))}
      {timers.length > MOST && <li>{t('if.more', { n: timers.length - MOST, date: longDate(last.dueOn) })}</li>}
    </ul>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <span className="sw-soft">{t('if.none')}</span>;
  return (
    <ul className="sw-steps sw-small">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { type ReminderLine } from '../../api/queries.js';
import { count as written, moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { isChosen, toggled, type Chosen } from './chosen.js';
import { drawn, type Range } from './rows-in-sight.js';
import { StateBadge } from './state-badge.js';
import { useRowsInSight } from './use-rows-in-sight.js';

/** What can be chosen in the table; absent for whoever may do nothing with reminders. */
export interface Choosing {
  readonly chosen: Chosen;
  readonly choose: Dispatch<SetStateAction<Chosen>>;
}

/**
 * A table of any length that scrolls with the page: only the rows in sight are in the document, with their numbers for
 * whoever hears them. Roles are written out, because narrow the rows are laid out as cards.
 */
export function ReminderTable({
  count,
  isWhole,
  at,
  onSight,
  choosing,
}: {
  readonly count: number;
  /** Whether there are no more than `count`. */
  readonly isWhole: boolean;
  /** The row at a place; undefined when it is not here yet. */
  readonly at: (index: number) => ReminderLine | undefined;
  /** Told which rows are in sight; must be the same function each time. */
  readonly onSight: (range: Range) => void;
  readonly choosing?: Choosing | undefined;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { range, row } = useRowsInSight(body, count);
  // What it shows is kept as well: far from there it is not asked for any more.
  const [focused, setFocused] = useState<{ readonly row: number; readonly line: ReminderLine | undefined }>();
  useEffect(() => onSight(range), [onSight, range]);
  return (
    <table
      className="utrecht-table sw-long"
      role="table"
      aria-label={t('rem.title')}
      aria-rowcount={isWhole ? count + 1 : -1}
      data-choosing={choosing !== undefined}
    >
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {choosing && (
            <th scope="col" role="columnheader">
              <span className="sw-hidden">{t('rems.chosenColumn')}</span>
            </th>
          )}
          {(['rem.subject', 'rem.state', 'rem.due', 'rem.to', 'rem.tries'] as const).map((title) => (
            <th key={title} scope="col" role="columnheader" className={title === 'rem.tries' ? 'sw-end' : undefined}>
              {t(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody
        role="rowgroup"
        ref={body}
        onFocus={({ target }) => {
          const index = Number(target.closest('tr')?.dataset['row']);
          setFocused({ row: index, line: at(index) });
        }}
        onBlur={() => setFocused(undefined)}
      >
        {drawn(range, count, focused?.row).map((part) =>
          'gap' in part ? (
            <tr key={`ruimte-${part.before}`} aria-hidden="true" className="sw-gap">
              <td colSpan={6} style={{ blockSize: part.gap * row }} />
            </tr>
          ) : (
            <TableRow
              key={part.row}
              index={part.row}
              line={at(part.row) ?? (part.row === focused?.row ? focused.line : undefined)}
              choosing={choosing}
            />
          ),
        )}
      </tbody>
    </table>
  );
}

function TableRow({
  index,
  line,
  choosing,
}: {
  readonly index: number;
  readonly line: ReminderLine | undefined;
  readonly choosing: Choosing | undefined;
}) {
  const isIn = choosing !== undefined && line !== undefined && isChosen(choosing.chosen, line.id);
  return <Row index={index} line={line} isIn={isIn} choose={choosing?.choose} />;
}

interface RowProps {
  readonly index: number;
  readonly line: ReminderLine | undefined;
  readonly isIn: boolean;
  readonly choose: Choosing['choose'] | undefined;
}

/** Drawn again only when it is another row: scrolling draws a few new ones. */
const Row = memo(function Row({ index, line, isIn, choose }: RowProps) {
  if (!line)
    return (
      <tr role="row" aria-rowindex={index + 2} data-row={index} aria-busy="true">
        <td role="cell" colSpan={6} className="sw-soft">
          {t('app.loading')}
        </td>
      </tr>
    );
  const { id, subject, kind, step, state, dueAt, recipient, attempts, lastError } = line;
  return (
    <tr role="row" aria-rowindex={index + 2} data-row={index} data-chosen={isIn}>
      {choose && (
        <td role="cell">
          <label className="sw-pick">
            <input type="checkbox" checked={isIn} onChange={() => choose((chosen) => toggled(chosen, line))} />
            <span className="sw-hidden">{t('rems.choose', { subject, due: moment(dueAt) })}</span>
          </label>
        </td>
      )}
      <th scope="row" role="rowheader">
        <Link to="/herinneringen/$id" params={{ id }} className="nl-link">
          {subject}
        </Link>
        <span className="sw-soft">
          {kind}
          {step > 0 && ` · ${t('rem.step', { n: step })}`}
        </span>
      </th>
      <td role="cell">
        <StateBadge state={state} />
        {lastError !== null && state.id !== 'sent' && <span className="sw-soft">{lastError.split(' / ')[0]}</span>}
      </td>
      <td role="cell">{moment(dueAt)}</td>
      <td role="cell">{recipient.title}</td>
      <td role="cell" className="sw-end" data-label={t('rem.tries')}>
        {written(attempts)}
      </td>
    </tr>
  );
});

import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reminderCountQuery, reminderPartQuery, type RemindersFilter } from '../../api/queries.js';
import { useRested } from '../../app/use-rested.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { count as written } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { NoneFound } from './none-found.js';
import { ReminderTable, type Choosing } from './reminder-table.js';
import { type Range } from './rows-in-sight.js';

/** Rows that are asked for together. */
const PART = 100;
/** Milliseconds; who drags past a part sooner did not want to see it. */
const REST = 60;

/** All reminders that fit, of which any part can be asked for. */
export function PlacedTable({
  filter,
  choosing,
}: {
  readonly filter: Omit<RemindersFilter, 'q'>;
  readonly choosing?: Choosing | undefined;
}) {
  const [{ first, end }, setRange] = useState<Range>({ first: 0, end: 0 });
  const counted = useQuery(reminderCountQuery(filter));
  const { count = 0, countedTo = 0 } = counted.data ?? {};
  const middle = useRested(Math.floor((first + end) / 2 / PART), REST);
  const numbers = [middle - 1, middle, middle + 1].filter((part) => part === 0 || (part > 0 && part * PART < count));
  const parts = useQueries({ queries: numbers.map((part) => reminderPartQuery(filter, part * PART, PART)) });
  const failed = [counted, ...parts].find(({ error, data }) => error && !data);
  if (failed?.error) return <Failure error={failed.error} again={failed.refetch} />;
  if (!counted.data) return <Loading rows={10} />;
  if (count === 0) return <NoneFound />;
  const at = (index: number) => parts[numbers.indexOf(Math.floor(index / PART))]?.data?.items[index % PART];
  return (
    <>
      <p className="sw-soft sw-small" role="status">
        {t(count < countedTo ? 'rems.count' : 'rems.countAtLeast', { n: count === 1 ? 1 : written(count) })}
      </p>
      <ReminderTable count={count} isWhole={count < countedTo} at={at} onSight={setRange} choosing={choosing} />
    </>
  );
}

import { useEffect, useState } from 'react';
import { type RemindersFilter } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { count } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { NoneFound } from './none-found.js';
import { ReminderTable, type Choosing } from './reminder-table.js';
import { type Range } from './rows-in-sight.js';
import { useReminderPages } from './use-reminder-pages.js';

/** How many rows are kept ready below what is in sight. */
const AHEAD = 50;

/** What a text finds: no index answers it, so it is looked for further as somebody scrolls. */
export function SoughtTable({
  filter,
  choosing,
}: {
  readonly filter: RemindersFilter;
  readonly choosing?: Choosing | undefined;
}) {
  const [{ end }, setRange] = useState<Range>({ first: 0, end: 0 });
  const { rows, error, refetch, hasNextPage, isFetchingNextPage, more } = useReminderPages(filter);
  const found = rows?.length ?? 0;
  const goesOn = rows !== undefined && !error && hasNextPage && !isFetchingNextPage && found < end + AHEAD;
  useEffect(() => {
    // A page may be short or empty although there is more: it looked through as many as it may.
    if (goesOn) more();
  }, [goesOn, more]);
  if (error) return <Failure error={error} again={refetch} />;
  if (!rows || (found === 0 && hasNextPage)) return <Loading rows={10} />;
  if (found === 0) return <NoneFound />;
  return (
    <>
      <p className="sw-soft sw-small" role="status">
        {t(hasNextPage ? 'rems.searching' : 'rems.found', { n: count(found) })}
      </p>
      <ReminderTable
        count={found}
        isWhole={!hasNextPage}
        at={(index) => rows[index]}
        onSight={setRange}
        choosing={choosing}
      />
    </>
  );
}

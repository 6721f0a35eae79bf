import { Link } from '@tanstack/react-router';
import { phaseName } from '../../components/phase-name.js';
import { shortDate, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { allToggled, toggled, type Chosen, type PartnershipRow } from './chosen.js';

/** Partnerships, each with where it stands, to be chosen. */
export function ListTable({
  rows,
  chosen,
  choose,
}: {
  readonly rows: readonly PartnershipRow[];
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
}) {
  const some = rows.filter(({ id }) => chosen.has(id)).length;
  return (
    <div className="sw-card sw-table-frame" role="region" aria-label={t('list.title')} tabIndex={0}>
      <table className="utrecht-table">
        <thead>
          <tr>
            <th scope="col" className="sw-no-print">
              <input
                type="checkbox"
                aria-label={t('list.chooseShown')}
                checked={some === rows.length}
                ref={(box) => {
                  if (box) box.indeterminate = some > 0 && some < rows.length;
                }}
                onChange={() => choose(allToggled(chosen, rows))}
              />
            </th>
            <th scope="col">{t('list.partnership')}</th>
            <th scope="col">{t('work.phase')}</th>
            <th scope="col">{t('list.coordinator')}</th>
            <th scope="col">{t('list.next')}</th>
            <th scope="col">{t('list.pack')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} isChosen={chosen.has(row.id)} toggle={() => choose(toggled(chosen, row))} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  isChosen,
  toggle,
}: {
  readonly row: PartnershipRow;
  readonly isChosen: boolean;
  readonly toggle: () => void;
}) {
  const { id, title, reference, supplier, phase, coordinator, nextDueOn, pack } = row;
  return (
    <tr data-chosen={isChosen || undefined}>
      <td className="sw-no-print">
        <input type="checkbox" aria-label={t('list.choose', { title })} checked={isChosen} onChange={toggle} />
      </td>
      <th scope="row">
        <Link to="/partnerschappen/$id" params={{ id }} className="nl-link">
          {title}
        </Link>
        <span className="sw-soft">
          {[reference, supplier?.name ?? t('list.noSupplier')].filter((one) => one !== null).join(' · ')}
        </span>
      </th>
      <td>{phaseName(phase)}</td>
      <td>{coordinator ?? t('p.nobody')}</td>
      <td>
        {nextDueOn === null ? (
          <span className="sw-soft">{t('p.none')}</span>
        ) : (
          <span className={nextDueOn < today() ? 'sw-late' : undefined}>{shortDate(nextDueOn)}</span>
        )}
      </td>
      <td>
        {pack.name}
        <span className="sw-soft">{pack.version}</span>
      </td>
    </tr>
  );
}

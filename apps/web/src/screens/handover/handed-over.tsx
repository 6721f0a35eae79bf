import { type Schemas } from '../../api/queries.js';
import { Notice } from '../../components/notice.js';
import { t } from '../../i18n/translate.js';

/** What went over, and what did not with the reason. @param to who got it; each its own back-up when there is none */
export function HandedOver({
  items,
  to,
}: {
  readonly items: Schemas['Handover']['items'];
  readonly to: string | undefined;
}) {
  const refused = items.filter((one) => one.refused !== null);
  const n = items.length - refused.length;
  return (
    <Notice
      tone={refused.length === 0 ? 'done' : 'blocked'}
      title={to === undefined ? t('over.doneBackup', { n }) : t('over.done', { n, name: to })}
      alert
    >
      <ul>
        {refused.map(({ partnership, refused: why }) => (
          <li key={partnership.id}>
            {partnership.title}: {why?.reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

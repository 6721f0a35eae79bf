import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Schemas } from '../../api/queries.js';
import { Badge } from '../../components/badge.js';
import { t } from '../../i18n/translate.js';

/** What would go to whom, and what cannot; whatever is chosen goes. Each to its own back-up when there is no `to`. */
export function HandoverPreview({
  items,
  to,
  isBusy,
  go,
}: {
  readonly items: Schemas['Handover']['items'];
  readonly to: string | undefined;
  readonly isBusy: boolean;
  /** @param partnerships ids of those chosen */
  readonly go: (partnerships: string[]) => void;
}) {
  const possible = items.filter(({ refused }) => refused === null).map(({ partnership }) => partnership.id);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set(possible));
  const toggle = (id: string, isIn: boolean) =>
    choose(new Set(isIn ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <section aria-labelledby="overdracht">
      <div className="sw-section-title">
        <Heading level={2} id="overdracht">
          {to === undefined ? t('over.previewBackup') : t('over.preview', { name: to })}
        </Heading>
        <Badge>{t('over.chosen', { n: chosen.size, all: possible.length })}</Badge>
      </div>
      <div className="sw-card">
        <div className="sw-card-body sw-checks">
          {possible.length > 1 && (
            <label>
              <input
                type="checkbox"
                checked={chosen.size === possible.length}
                onChange={({ target }) => choose(new Set(target.checked ? possible : []))}
              />
              <strong>{t('over.all')}</strong>
            </label>
          )}
          {items.map(({ partnership: { id, title }, coordinator, refused }) =>
            refused === null ? (
              <label key={id}>
                <input type="checkbox" checked={chosen.has(id)} onChange={({ target }) => toggle(id, target.checked)} />
                {title}
                {to === undefined && <span className="sw-soft">{t('over.each', { name: coordinator ?? '' })}</span>}
              </label>
            ) : (
              <p key={id}>
                <Badge tone="blocked">{t('over.cannot')}</Badge>{' '}
                <Link to="/partnerschappen/$id" params={{ id }} className="nl-link">
                  {title}
                </Link>
                : {refused.reason}
              </p>
            ),
          )}
        </div>
        <p className="sw-card-body sw-actions">
          <Button purpose="primary" disabled={isBusy || chosen.size === 0} onClick={() => go([...chosen])}>
            {t('over.go', { n: chosen.size })}
          </Button>
          <span className="sw-soft sw-small">
            {to === undefined ? t('over.consequenceBackup') : t('over.consequence', { name: to })}
          </span>
        </p>
      </div>
    </section>
  );
}

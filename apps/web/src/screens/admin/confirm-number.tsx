import { Button } from '@nl-design-system-candidate/button-react';
import { useId, useState, type FormEvent } from 'react';
import { type Schemas } from '../../api/queries.js';
import { t } from '../../i18n/translate.js';

export type CellConfirmation = Schemas['ConfirmedImportDto']['confirmations'][number];

/** A number that only looks like a BSN: which it is, and what. It was not repeated, so it is typed once more. */
export function ConfirmNumber({
  line,
  column,
  isBusy,
  onConfirm,
}: {
  readonly line: number;
  readonly column: number;
  readonly isBusy: boolean;
  readonly onConfirm: (confirmation: CellConfirmation) => void;
}) {
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const field = useId();
  const isReady = number.trim() !== '' && reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onConfirm({ line, column, number: number.trim(), reason: reason.trim() });
  };
  return (
    <form className="sw-views-form" onSubmit={submit} aria-label={t('import.confirmHere', { line, column })}>
      <label htmlFor={`${field}-nummer`}>{t('import.number')}</label>
      <input
        id={`${field}-nummer`}
        className="utrecht-textbox utrecht-textbox--html-input sw-short"
        inputMode="numeric"
        autoComplete="off"
        value={number}
        onChange={({ target }) => setNumber(target.value)}
      />
      <label htmlFor={`${field}-reden`}>{t('import.whichNumber')}</label>
      <input
        id={`${field}-reden`}
        className="utrecht-textbox utrecht-textbox--html-input"
        autoComplete="off"
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button purpose="secondary" type="submit" disabled={!isReady || isBusy}>
        {t('import.confirm')}
      </Button>
    </form>
  );
}

import { useState } from 'react';
import { Confirm } from './confirm.js';

/** An act that cannot be undone and is done with a reason. */
export function WithReason({
  title,
  text,
  label,
  sure,
  isBusy,
  onSure,
  onCancel,
}: {
  readonly title: string;
  readonly text: string;
  /** Of the field for the reason. */
  readonly label: string;
  readonly sure: string;
  readonly isBusy: boolean;
  readonly onSure: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Confirm
      title={title}
      text={text}
      sure={sure}
      isBusy={isBusy || reason.trim() === ''}
      onSure={() => onSure(reason)}
      onCancel={onCancel}
    >
      <label className="sw-field">
        <span className="utrecht-form-label">{label}</span>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          autoComplete="off"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
    </Confirm>
  );
}

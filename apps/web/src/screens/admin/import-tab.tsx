import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { api, ask, fileBody } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Choice } from '../../components/choice.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { ConfirmNumber, type CellConfirmation } from './confirm-number.js';
import { count, euro } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

/** Most lines of a preview that are drawn. */
const MOST = 200;

interface Reading {
  readonly file: File;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly decimals: 'point' | 'comma';
  readonly confirmations: readonly CellConfirmation[];
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function send({ file, encoding, decimals, confirmations }: Reading, dryRun: boolean) {
  const params = { query: { dryRun, encoding, decimals } };
  if (confirmations.length === 0)
    return ask(
      api.POST('/api/v1/contract-imports', { params, ...fileBody(file, isWorkbook(file) ? WORKBOOK : 'text/csv') }),
    );
  const body = { file: await base64Of(file), confirmations: [...confirmations] };
  return ask(api.POST('/api/v1/contract-imports/confirmed', { params, body }));
}

/** A workbook says itself how its numbers and letters are written. */
function isWorkbook({ name, type }: File): boolean {
  return type === WORKBOOK || name.toLowerCase().endsWith('.xlsx');
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // After the comma of `data:text/csv;base64,`.
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

/** Contracts from a file: what will come and every faulty cell first, then all of them or none. */
export function ImportTab() {
  const [file, setFile] = useState<File>();
  const [encoding, setEncoding] = useState<Reading['encoding']>('utf-8');
  const [decimals, setDecimals] = useState<Reading['decimals']>('point');
  const [confirmations, setConfirmations] = useState<readonly CellConfirmation[]>([]);
  const field = useId();
  const client = useQueryClient();
  const look = useMutation({ mutationFn: (reading: Reading) => send(reading, true) });
  const run = useMutation({
    mutationFn: (reading: Reading) => send(reading, false),
    onSuccess: async () => {
      look.reset();
      await client.invalidateQueries();
    },
  });
  const changed = () => {
    setConfirmations([]);
    look.reset();
    run.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) look.mutate({ file, encoding, decimals, confirmations });
  };
  const confirm = (one: CellConfirmation) => {
    const others = confirmations.filter(({ line, column }) => line !== one.line || column !== one.column);
    const all = [...others, one];
    setConfirmations(all);
    if (file) look.mutate({ file, encoding, decimals, confirmations: all });
  };
  const failure = run.error ?? look.error;
  const found = look.data;
  return (
    <div className="sw-stack">
      <form className="sw-card sw-card-body sw-form" onSubmit={submit}>
        {failure && <Failure error={failure} />}
        {run.data && <Notice tone="done" title={t('import.done', { n: run.data.contracts.length })} />}
        <div className="sw-field">
          <label htmlFor={field} className="utrecht-form-label">
            {t('import.file')}
          </label>
          <span className="sw-soft sw-small" id={`${field}-uitleg`}>
            {t('import.hint')}
          </span>
          <input
            id={field}
            type="file"
            accept={`.csv,.xlsx,text/csv,${WORKBOOK}`}
            aria-describedby={`${field}-uitleg`}
            onChange={({ target }) => {
              changed();
              setFile(target.files?.[0]);
            }}
          />
        </div>
        {!(file && isWorkbook(file)) && (
          <div className="sw-filters">
            <Choice
              label={t('import.encoding')}
              value={encoding}
              options={[
                ['utf-8', 'UTF-8'],
                ['windows-1252', 'Windows-1252'],
              ]}
              onChoose={(chosen) => {
                changed();
                setEncoding(chosen === 'windows-1252' ? chosen : 'utf-8');
              }}
            />
            <Choice
              label={t('import.decimals')}
              value={decimals}
              options={[
                ['point', t('import.point')],
                ['comma', t('import.comma')],
              ]}
              onChoose={(chosen) => {
                changed();
                setDecimals(chosen === 'comma' ? chosen : 'point');
              }}
            />
          </div>
        )}
        <p>
          <Button purpose={found ? 'secondary' : 'primary'} type="submit" disabled={!file || look.isPending}>
            {t('import.look')}
          </Button>
        </p>
      </form>
      {found && found.problems.length > 0 && (
        <Problems problems={found.problems} isBusy={look.isPending} onConfirm={confirm} />
      )}
      {found && found.problems.length === 0 && file && (
        <>
          {confirmations.length > 0 && <Notice title={t('import.confirmed', { n: confirmations.length })} />}
          <Coming contracts={found.contracts} />
          <p>
            <Button
              purpose="primary"
              disabled={run.isPending}
              onClick={() => run.mutate({ file, encoding, decimals, confirmations })}
            >
              {t('import.run', { n: found.contracts.length })}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}

/** Fault of a number that only a person can tell from a BSN. */
const CONFIRMABLE: readonly string[] = ['bsn-like', 'confirmation-faulty'];

function Problems({
  problems,
  isBusy,
  onConfirm,
}: {
  readonly problems: Schemas['ContractImport']['problems'];
  readonly isBusy: boolean;
  readonly onConfirm: (confirmation: CellConfirmation) => void;
}) {
  return (
    <Notice tone="late" title={t('import.faults', { n: problems.length })} alert>
      <ul className="sw-list">
        {problems.slice(0, MOST).map(({ line, column, header, message, code }) => (
          <li key={`${line}:${column}:${code}`}>
            <strong>
              {t('import.place', { line, column })} {header !== '' && `(${header})`}
            </strong>
            <p>{message}</p>
            {CONFIRMABLE.includes(code) && (
              <ConfirmNumber line={line} column={column} isBusy={isBusy} onConfirm={onConfirm} />
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Coming({ contracts }: { readonly contracts: Schemas['ContractImport']['contracts'] }) {
  return (
    <>
      <p className="sw-ok">{t('import.fine', { n: contracts.length })}</p>
      <div className="sw-card sw-table-frame" role="region" aria-label={t('import.title')} tabIndex={0}>
        <table className="utrecht-table">
          <thead>
            <tr>
              <th scope="col">{t('import.reference')}</th>
              <th scope="col">{t('list.supplier')}</th>
              <th scope="col" className="sw-end">
                {t('import.value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {contracts.slice(0, MOST).map(({ line, supplier, facts }) => (
              <tr key={line}>
                <th scope="row">
                  {facts.kenmerk}
                  <span className="sw-soft">{facts.titel}</span>
                </th>
                <td>{supplier}</td>
                <td className="sw-end">{euro(facts.waarde)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {contracts.length > MOST && <p className="sw-soft sw-small">{t('app.shown', { shown: count(MOST) })}</p>}
    </>
  );
}

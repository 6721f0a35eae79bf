import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { rulePackQuery, rulePacksQuery } from '../../api/queries.js';
import { Choice } from '../../components/choice.js';
import { Fields } from '../../form/fields.js';
import { type Faults, type FieldSchema, type Typed } from '../../form/model.js';
import { readDate, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { contractSchema, contributionsSchema, kept, MOST_PACKS, packsOf, typedOf, type Asked } from './question.js';
import { TakeContract } from './take-contract.js';

/** What is asked: a contract, packs and a day, and perhaps contributions. */
export function WhatIfForm({
  asked,
  faults,
  onAsk,
}: {
  readonly asked: Asked;
  readonly faults: Faults;
  readonly onAsk: (asked: Asked) => void;
}) {
  const schema = contractSchema();
  const [contract, setContract] = useState(() => typedOf(asked.contract, schema));
  const published = (useQuery(rulePacksQuery).data?.items ?? []).filter(({ state }) => state !== 'vervallen');
  const options = published.map(({ name, version }) => `${name}@${version}`).sort();
  const [chosen, setPacks] = useState(() => packsOf(asked));
  const packs = chosen.length > 0 ? chosen : options.slice(0, 1);
  const blocks = useBlocks(packs);
  const list = { type: 'object', properties: { contributions: contributionsSchema(blocks) } } satisfies FieldSchema;
  const [contributions, setContributions] = useState<Typed>(() =>
    typedOf(asked.bijdragen, list.properties.contributions),
  );
  const [date, setDate] = useState(written(asked.op ?? ''));
  const day = readDate(date);
  const isWrongDay = date.trim() !== '' && day === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWrongDay) return;
    const bijdragen = kept(contributions);
    onAsk({
      pakketten: packs.join(','),
      contract: kept(contract) ?? '{}',
      ...(day !== undefined && { op: day }),
      ...(bijdragen !== undefined && { bijdragen }),
    });
  };
  return (
    <div className="sw-if-form">
      <form className="sw-card sw-card-body sw-form" onSubmit={submit} noValidate>
        <Heading level={2}>{t('if.packs')}</Heading>
        <p className="sw-soft sw-small">{t('if.packsHint')}</p>
        <PackChoices packs={packs} options={options} onChoose={setPacks} />
        <div className="sw-field" data-invalid={isWrongDay}>
          <label htmlFor="peildatum" className="utrecht-form-label">
            {t('if.date')} <span className="sw-soft">{t('app.optional')}</span>
          </label>
          <span id="peildatum-uitleg" className={isWrongDay ? 'sw-late sw-small' : 'sw-soft sw-small'}>
            {t(isWrongDay ? 'form.date' : 'if.dateHint')}
          </span>
          <input
            id="peildatum"
            className="utrecht-textbox utrecht-textbox--html-input sw-short"
            aria-describedby="peildatum-uitleg"
            aria-invalid={isWrongDay || undefined}
            autoComplete="off"
            placeholder={written(today())}
            value={date}
            onChange={({ target }) => setDate(target.value)}
          />
        </div>
        <Heading level={2}>{t('if.facts')}</Heading>
        <div className="sw-if-fields">
          <Fields schema={schema} typed={contract} faults={faults} path="/contract" onType={setContract} />
        </div>
        {blocks.length === 0 ? (
          <p className="sw-soft sw-small">{t('if.noBlocks')}</p>
        ) : (
          <Fields
            schema={list}
            typed={{ contributions }}
            faults={faults}
            path=""
            onType={(next) => setContributions((next as { readonly contributions: Typed }).contributions)}
          />
        )}
        <p>
          <Button purpose="primary" type="submit" disabled={packs.length === 0}>
            {t('if.ask')}
          </Button>
        </p>
      </form>
      <TakeContract onTake={(taken) => setContract(typedOf(taken, schema))} />
    </div>
  );
}

/** `31-3-2026` as people type it. @param isoDate empty stays empty */
function written(isoDate: string): string {
  return isoDate.split('-').reverse().join('-');
}

/** Ids of the blocks that any of these packs values. */
function useBlocks(packs: readonly string[]): string[] {
  const found = useQueries({
    queries: packs.map((pack) => {
      const [name = '', version = ''] = pack.split('@');
      return { ...rulePackQuery(name, version), enabled: version !== '' };
    }),
  });
  return [...new Set(found.flatMap(({ data }) => data?.blocks.map(({ id }) => id) ?? []))].sort();
}

function PackChoices({
  packs,
  options,
  onChoose,
}: {
  readonly packs: readonly string[];
  readonly options: readonly string[];
  readonly onChoose: (packs: string[]) => void;
}) {
  const unused = options.find((option) => !packs.includes(option));
  return (
    <div className="sw-field">
      {packs.map((pack, index) => (
        <div key={index} className="sw-filters sw-if-pack">
          <Choice
            label={t('if.pack', { n: index + 1 })}
            value={pack}
            options={[...new Set([pack, ...options])].sort().map((one) => [one, one.replace('@', ' ')])}
            onChoose={(next) => onChoose(packs.map((one, at) => (at === index ? next : one)))}
          />
          {packs.length > 1 && (
            <Button
              purpose="subtle"
              aria-label={t('if.dropPack', { n: index + 1 })}
              onClick={() => onChoose(packs.filter((_one, at) => at !== index))}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      {packs.length < MOST_PACKS && unused !== undefined && (
        <p>
          <Button purpose="secondary" onClick={() => onChoose([...packs, unused])}>
            {t('if.addPack')}
          </Button>
        </p>
      )}
    </div>
  );
}

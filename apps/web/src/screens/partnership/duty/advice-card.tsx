import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../../api/client.js';
import { partnershipQuery, type Schemas } from '../../../api/queries.js';
import { Failure } from '../../../components/failure.js';
import { euro } from '../../../i18n/format.js';
import { t } from '../../../i18n/translate.js';
import { Steps } from './steps.js';

/**
 * Which combinations of bouwblokken come to what is owed, for as many people as the supplier can place.
 * @param owed decimal text
 */
export function AdviceCard({ id, owed }: { readonly id: string; readonly owed: string }) {
  const { data: partnership } = useSuspenseQuery(partnershipQuery(id));
  const [people, setPeople] = useState('3');
  const advice = useMutation({
    mutationFn: () => {
      const { contract, pack } = partnership;
      const { name, version } = pack;
      const limits = { people: Number(people) };
      return ask(api.POST('/api/v1/advice', { body: { pack: { name, version }, open: owed, contract, limits } }));
    },
  });
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    advice.mutate();
  };
  return (
    <section className="sw-card" aria-labelledby="adviseur">
      <Heading level={2} id="adviseur">
        {t('duty.advisor')}
      </Heading>
      <div className="sw-card-body sw-stack">
        <p className="sw-small">{t('duty.advisorText', { owed: euro(owed) })}</p>
        <form className="sw-actions" onSubmit={submit}>
          <label className="sw-field">
            <span>{t('duty.people')}</span>
            <input
              className="utrecht-textbox sw-short"
              type="number"
              min={0}
              max={1000}
              required
              value={people}
              onChange={({ target }) => setPeople(target.value)}
            />
          </label>
          <Button purpose="secondary" type="submit" disabled={advice.isPending}>
            {t('duty.ask')}
          </Button>
        </form>
        {advice.error && <Failure error={advice.error} />}
        <div role="status">{advice.data && <Advice advice={advice.data} />}</div>
      </div>
    </section>
  );
}

function Advice({ advice: { text, proposals, reachable } }: { readonly advice: Schemas['Advice'] }) {
  return (
    <div className="sw-stack">
      <p>{text}</p>
      {proposals.map(({ kind, title, text: said, total, lines }) => (
        <div key={kind} className="sw-field">
          <Heading level={3}>{title}</Heading>
          <p className="sw-small">
            <strong>{euro(total)}</strong> {said}
          </p>
          <Lines lines={lines} />
        </div>
      ))}
      {reachable && <Lines lines={reachable.lines} />}
    </div>
  );
}

function Lines({ lines }: { readonly lines: Schemas['Advice']['proposals'][number]['lines'] }) {
  return (
    <ul className="sw-steps">
      {lines.map(({ text, amount, figure }, index) => (
        <li key={`${index} ${text}`}>
          {text}: {euro(amount)}
          <Steps steps={figure.steps} />
        </li>
      ))}
    </ul>
  );
}

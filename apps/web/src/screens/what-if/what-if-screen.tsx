import './what-if.css';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, ask } from '../../api/client.js';
import { faultsByField } from '../../api/errors.js';
import { useTitle } from '../../app/use-title.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { t } from '../../i18n/translate.js';
import { Comparison } from './comparison.js';
import { questionOf, type Asked } from './question.js';
import { WhatIfForm } from './what-if-form.js';

const route = getRouteApi('/wat-als');

/** What rule packs would make of a contract; the address keeps the question, so that it can be shared. */
export function WhatIfScreen() {
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  useTitle(t('if.title'));
  const question = questionOf(asked);
  const isAsked = asked.contract !== undefined;
  const answer = useQuery({
    queryKey: ['what-ifs', question.body],
    enabled: isAsked && question.body !== undefined,
    staleTime: Infinity,
    queryFn: () => ask(api.POST('/api/v1/what-ifs', { body: question.body as NonNullable<typeof question.body> })),
  });
  const refused = faultsByField(answer.error);
  return (
    <div className="sw-stack">
      <div>
        <Heading level={1}>{t('if.title')}</Heading>
        <p className="sw-soft">{t('if.lead')}</p>
      </div>
      <WhatIfForm
        key={JSON.stringify(asked)}
        asked={asked}
        faults={isAsked ? { ...question.faults, ...refused } : {}}
        onAsk={(next: Asked) => void navigate({ search: next })}
      />
      {answer.error && <Failure error={answer.error} again={answer.refetch} />}
      {answer.isLoading && <Loading rows={8} />}
      {answer.data && <Answer items={answer.data.items} />}
    </div>
  );
}

/** Whoever asked is brought to the answer. */
function Answer({ items }: { readonly items: Parameters<typeof Comparison>[0]['items'] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [items]);
  return (
    <div ref={place} tabIndex={-1} className="sw-answer">
      <Heading level={2}>{t('if.answer')}</Heading>
      <Comparison items={items} />
    </div>
  );
}

import { type Text } from '@samenwerkt/lifecycle';
import { type FactValues } from '@samenwerkt/rule-pack';
import { factsOf, readFact } from '../facts.js';
import { judgeRule } from '../judge.js';
import { type Dossier, type Partnership, type Reading, type Reason } from '../model.js';
import { type Policy } from '../policy.js';
import { type AdvicePoint, type ApplicationAdvice, type Suitability } from './model.js';

/** The question is whether social return suits the contract: rules are asked as if it were applied. */
const APPLIED = { record: 'toepassing', field: 'toepassen' };

const SUMMARIES: Readonly<Record<Suitability, Text>> = {
  geschikt: {
    nl: 'Social return past bij dit contract.',
    en: 'Social return suits this contract.',
  },
  geschiktMetAandacht: {
    nl: 'Social return past bij dit contract; let op de genoemde punten.',
    en: 'Social return suits this contract; mind the points named.',
  },
  minderGeschikt: {
    nl: 'Social return past minder goed bij dit contract; overweeg ervan af te zien of de opdracht anders in te richten.',
    en: 'Social return suits this contract less well; consider leaving it out or shaping the contract differently.',
  },
  nietTeZeggen: {
    nl: 'Hierover is nog niets te zeggen: vul eerst aan wat ontbreekt.',
    en: 'Nothing can be said about this yet: first fill in what is missing.',
  },
};

const NO_RULES: Text = {
  nl: 'Dit pakket heeft geen regels die hierover adviseren; vraag het ook onder pakket basis.',
  en: 'This pack has no rules that advise on this; ask under the pack basis as well.',
};

/**
 * Advice on whether to apply social return (`001_6c3f9123756a8f34.txt`, handreiking 2020, p. 16-17: it must fit the size,
 * nature and duration of the contract). Which rules count, and what it means when one is not fulfilled, is data of the pack.
 * @param date ISO date that rules see as today
 */
export function applicationAdvice(policy: Policy, partnership: Partnership, date: string): ApplicationAdvice {
  const { dossier, assumed } = asIfApplied(partnership.dossier);
  const facts = factsOf(partnership, dossier, date);
  const shared = policy.pack.facts(facts);
  const points = policy.pack.rules.flatMap((compiled): AdvicePoint[] => {
    const { advice } = compiled.rule;
    if (!advice) return [];
    const reason = judgeRule(policy, compiled, facts, shared).reason();
    const standing = standingOf(reason);
    return standing === undefined ? [] : [{ ...advice, standing, reason }];
  });
  const conclusion = conclude(points);
  const summary = policy.pack.rules.some(({ rule }) => rule.advice) ? SUMMARIES[conclusion] : NO_RULES;
  return { conclusion, summary, points, assumed, missing: missingIn(points, facts) };
}

function asIfApplied(dossier: Dossier): { readonly dossier: Dossier; readonly assumed: readonly Reading[] } {
  const { record, field } = APPLIED;
  if (dossier[record]?.[field] === true) return { dossier, assumed: [] };
  return {
    dossier: { ...dossier, [record]: { ...dossier[record], [field]: true } },
    assumed: [{ path: `dossier.${record}.${field}`, value: true }],
  };
}

/** A rule that does not apply says nothing, unless that is because what it looks at is not filled in. */
function standingOf({ outcome, now }: Reason): AdvicePoint['standing'] | undefined {
  if (outcome === 'fulfilled') return 'inFavour';
  if (outcome === 'notFulfilled') return 'against';
  if (outcome === 'unknown' || (now && now.value === undefined)) return 'open';
  return undefined;
}

function conclude(points: readonly AdvicePoint[]): Suitability {
  const against = points.filter(({ standing }) => standing === 'against');
  if (against.some(({ otherwise }) => otherwise === 'minderGeschikt')) return 'minderGeschikt';
  const weighed = points.filter(({ otherwise }) => otherwise !== 'neutraal');
  const inFavour = weighed.some(({ standing }) => standing === 'inFavour');
  if (against.some(({ otherwise }) => otherwise === 'aandacht')) return 'geschiktMetAandacht';
  return inFavour && weighed.every(({ standing }) => standing === 'inFavour') ? 'geschikt' : 'nietTeZeggen';
}

function missingIn(points: readonly AdvicePoint[], facts: FactValues): string[] {
  const open = points.filter(({ standing }) => standing === 'open').map(({ reason }) => reason);
  const names = open.flatMap(({ missing, now }) => {
    const shown = now && readFact(facts, now.path).value === undefined ? [now.path] : [];
    return missing.length > 0 ? missing : shown;
  });
  return [...new Set(names)];
}

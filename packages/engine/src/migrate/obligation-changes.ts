import { today } from '@samenwerkt/calendar';
import { obligations, type CompiledObligation, type FactValues, type ObligationFigure } from '@samenwerkt/rule-pack';
import { factsOf, readFact } from '../facts.js';
import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { type ObligationChange, type ObligationReading } from './model.js';

type Readings = ReadonlyMap<string, ObligationReading & Pick<ObligationFigure, 'id' | 'title'>>;

/** Every obligation of either pack for this partnership at the local date of an instant, before and after. */
export function obligationChanges(partnership: Partnership, from: Policy, to: Policy, now: string): ObligationChange[] {
  const date = today(now);
  const facts = factsOf(partnership, partnership.dossier, date);
  const before = readings(from, facts, date);
  const after = readings(to, facts, date);
  return [...new Map([...after, ...before])].map(([id, { title }]) => {
    const was = reading(before, id);
    const is = reading(after, id);
    const changed = essence(was) !== essence(is);
    return { id, title, ...(was ? { was } : {}), ...(is ? { now: is } : {}), changed };
  });
}

function readings({ pack }: Policy, facts: FactValues, date: string): Readings {
  const figures = obligations(pack, facts, date);
  return new Map(
    pack.obligations.flatMap((obligation, index) => {
      const figure = figures[index];
      if (!figure) return [];
      const { id, title, due, outcome, shortfall } = figure;
      const percentage = percentageOf(obligation, { pack, facts, date });
      return [
        [id, { id, title, due, outcome, ...(percentage ? { percentage } : {}), shortfall: shortfall.known }] as const,
      ];
    }),
  );
}

function reading(readingsOf: Readings, id: string): ObligationReading | undefined {
  const found = readingsOf.get(id);
  if (!found) return undefined;
  const { due, outcome, percentage, shortfall } = found;
  return { due, outcome, ...(percentage === undefined ? {} : { percentage }), shortfall };
}

/** The percentage agreed for the contract goes before that of the pack, as in the figure itself. */
function percentageOf(
  { agreedPercentage, percentage }: CompiledObligation,
  { pack, facts, date }: Pick<Policy, 'pack'> & { facts: FactValues; date: string },
): string | undefined {
  const agreed = agreedPercentage === undefined ? undefined : readFact(facts, agreedPercentage).value;
  const given = agreed ?? (percentage && pack.parameterOn(percentage, date)?.current.value);
  return typeof given === 'string' && given !== '' ? given : undefined;
}

/** What of an obligation matters to whoever has to meet it, as text to compare; no obligation is as good as none due. */
function essence(one: ObligationReading | undefined): string {
  if (!one || one.due === 'no') return 'none';
  const { due, outcome, percentage, shortfall } = one;
  const amount = outcome.kind === 'amount' ? outcome.amount : outcome.kind === 'unknown' ? outcome.missing : [];
  return JSON.stringify([due, outcome.kind, amount, percentage, shortfall.map(({ name, value }) => [name, value])]);
}

import { type FactValues } from '../facts.js';
import { type Pack, type Verdict } from '../model.js';

/** What one rule of a pack says about these facts on a day, which is today for the rule as well. */
export function outcomeOn(pack: Pack, isoDate: string, id: string, values: FactValues): Verdict['outcome'] {
  const compiled = pack.rules.find(({ rule }) => rule.id === id);
  if (!compiled) throw new Error(`no rule ${id}`);
  return compiled.evaluate(pack.facts({ vandaag: isoDate, ...values }), isoDate).outcome;
}

/** The values of all parameters that hold on a day, by name. */
export function figuresOn(pack: Pack, isoDate: string): Record<string, unknown> {
  return Object.fromEntries(
    [...pack.parameters.keys()].flatMap((name) => {
      const found = pack.parameterOn(name, isoDate);
      return found ? [[name, found.current.value]] : [];
    }),
  );
}

/** Names of the parameters that the organisation must still fill in. */
export function toFillIn(pack: Pack): string[] {
  return [...pack.parameters.values()].filter(({ known }) => !known).map(({ name }) => name);
}

/** Ids of the rules that only warn. */
export function warnings(pack: Pack): string[] {
  return pack.rules.filter(({ rule }) => rule.severity === 'warn').map(({ rule }) => rule.id);
}

/** A dossier with one record in it. */
export function dossier(key: string, fields: FactValues): FactValues {
  return { dossier: { [key]: fields } };
}

/** A dossier in which this is the latest of one series of the monitoring. */
export function latest(series: string, laatste: FactValues): FactValues {
  return dossier('monitoring', { [series]: { aantal: 1, laatste } });
}

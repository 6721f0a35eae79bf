import { type Figure } from '../explained.js';
import { type Pack } from '../model.js';
import { obligations } from '../obligation/obligations.js';
import { shortfall } from '../obligation/shortfall.js';
import { valuate } from '../valuation/valuate.js';
import { type ObligationTest, type PackTest, type RuleTest, type ShortfallTest, type ValuationTest } from './model.js';

/** How a test went. */
export interface TestResult {
  readonly test: PackTest;
  readonly passed: boolean;
  /** In the words of {@link PackTest.expected}. */
  readonly found: string;
  /** The way to what was found; a rule has none. */
  readonly figure?: Figure;
  /** With `unknown`: facts and parameters that are not there. */
  readonly missing: readonly string[];
}

/** Runs every test of a pack, in the order of its files. */
export function runPackTests(pack: Pack): readonly TestResult[] {
  return pack.tests.map((test) => {
    switch (test.kind) {
      case 'valuation':
        return valuation(pack, test);
      case 'obligation':
        return obligation(pack, test);
      case 'shortfall':
        return penalty(pack, test);
      case 'rule':
        return rule(pack, test);
    }
  });
}

function valuation(pack: Pack, test: ValuationTest): TestResult {
  const { contribution, contractStart } = test.input;
  const at = contractStart === undefined ? { date: test.date } : { date: test.date, contractStart };
  const figure = valuate(pack, contribution, at);
  return result(test, wordFor(figure), figure);
}

function obligation(pack: Pack, test: ObligationTest): TestResult {
  const figure = obligations(pack, test.input.facts, test.date).find(({ id }) => id === test.input.obligation);
  if (!figure) return result(test, 'none');
  return result(test, test.expected === 'due' && figure.due === 'yes' ? 'due' : wordFor(figure), figure);
}

function penalty(pack: Pack, test: ShortfallTest): TestResult {
  const { obligation: id, facts = {}, ...shortage } = test.input;
  const figure = shortfall(pack, id, shortage, test.date, facts);
  return result(test, wordFor(figure), figure);
}

function rule(pack: Pack, test: RuleTest): TestResult {
  const compiled = pack.rules.find(({ rule: { id } }) => id === test.input.rule);
  const verdict = compiled?.evaluate(pack.facts(test.input.facts), test.date);
  const found = verdict?.outcome ?? 'unknown';
  return { test, passed: found === test.expected, found, missing: verdict?.missing ?? [] };
}

function wordFor({ outcome }: Figure): string {
  if (outcome.kind === 'amount') return outcome.amount;
  return { adviser: 'adviseurBeslist', duty: 'due', none: 'none', unknown: 'unknown' }[outcome.kind];
}

function result(test: PackTest, found: string, figure?: Figure): TestResult {
  const missing = figure?.outcome.kind === 'unknown' ? figure.outcome.missing : [];
  const shown = { test, passed: found === test.expected, found, missing };
  return figure ? { ...shown, figure } : shown;
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decide, lifecycles, loadPolicy, ROLES, runPackTests, start, valuate } from '@samenwerkt/engine';
import { readPackFolder } from '@samenwerkt/intake';
import { CONTRACT, LIFECYCLE, STEPS } from './walk.mjs';

/*
 * What judging costs by itself, without database or HTTP: each rule of the Utrecht and basis packs on the facts of a
 * partnership that stands in monitoring, event by event as the engine does it (the facts of an event are converted once
 * and shared by its rules); and each valuation that the packs have a test for, with the whole way to the figure. Run by
 * itself: node test/bench/rules.mjs.
 */
const PACKS = fileURLToPath(new URL('../../rule-packs', import.meta.url));
const ROUNDS = 40;
/** A round takes about so long, so that the clock and a passing collection of garbage do not decide. */
const ROUND_MS = 25;
const DATE = '2026-11-22';

const policyOf = (name) => loadPolicy(readPackFolder(join(PACKS, name)));

/** Facts as rules read them, of a partnership with every step to monitoring on record. */
function facts() {
  const actor = { id: 'bench', roles: ROLES };
  const policy = policyOf('utrecht-bouwblokken');
  const command = { id: 'bench', organisation: 'bench', lifecycle: LIFECYCLE, contract: CONTRACT };
  let { next } = start(command, policy, actor, '2024-01-02T09:00:00.000Z');
  for (const step of STEPS) {
    const decision = decide(next, policy, step, actor, '2024-06-03T09:00:00.000Z');
    if (decision.outcome !== 'accepted') throw new Error(`${step.event}: ${JSON.stringify(decision)}`);
    ({ next } = decision);
  }
  const { contract, opdrachtnemer, coordinator, backup, dossier } = next;
  return {
    vandaag: DATE,
    contract: { ...contract, looptijdMaanden: 48 },
    partnerschap: { opdrachtnemer, coordinator, backup, lifecycle: LIFECYCLE },
    dossier,
  };
}

/** Every rule of both packs, each at every event it guards. */
function ruleWork(values) {
  const events = [...lifecycles.values()].flatMap((lifecycle) => [...lifecycle.events.keys()]);
  return ['utrecht-bouwblokken', 'basis'].flatMap((name) => {
    const { pack } = policyOf(name);
    const guarded = [...new Set(events)].map((event) => pack.rulesFor(event)).filter((rules) => rules.length > 0);
    return guarded.map((rules) => ({
      count: rules.length,
      run() {
        const shared = pack.facts(values);
        for (const rule of rules) rule.evaluate(shared, DATE);
      },
    }));
  });
}

/** How many rules came to each outcome: rules that do not apply are quicker, so it is part of the answer. */
function outcomes(values) {
  const counts = {};
  for (const name of ['utrecht-bouwblokken', 'basis']) {
    const { pack } = policyOf(name);
    const shared = pack.facts(values);
    for (const { outcome } of pack.rules.map((rule) => rule.evaluate(shared, DATE)))
      counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return Object.entries(counts)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
}

/** Every contribution that a shipped pack has a test for. */
function valuationWork() {
  return ['utrecht-bouwblokken', 'haaglanden', 'oost-nederland'].flatMap((name) => {
    const { pack } = policyOf(name);
    if (runPackTests(pack).some(({ passed }) => !passed)) throw new Error(`${name}: a test of the pack fails`);
    const tests = pack.tests.filter(({ kind }) => kind === 'valuation');
    return tests.map(({ input: { contribution, contractStart }, date }) => ({
      count: 1,
      run: () => valuate(pack, contribution, { date, contractStart }),
    }));
  });
}

/** Microseconds for each in rounds of equal length, after a warm-up that does not count. */
function measure(work) {
  const count = work.reduce((sum, one) => sum + one.count, 0);
  const once = () => {
    for (const one of work) one.run();
  };
  const took = (times) => {
    const begun = performance.now();
    for (let i = 0; i < times; i++) once();
    return performance.now() - begun;
  };
  // A second warms up.
  for (const until = performance.now() + 1000; performance.now() < until;) once();
  const times = Math.max(1, Math.round(ROUND_MS / (took(20) / 20)));
  const rounds = Array.from({ length: ROUNDS }, () => (took(times) * 1000) / (times * count)).sort((a, b) => a - b);
  return { count, median: rounds[Math.floor(ROUNDS / 2)], worst: rounds.at(-1) };
}

/** In lines: what a rule and what a valuation takes. */
export function ruleLines() {
  const said = (name, { count, median, worst }) =>
    `${name.padEnd(44)} ${median.toFixed(2)} µs each (median of ${ROUNDS} rounds; slowest round ${worst.toFixed(2)} µs; ${count} of them)`;
  const values = facts();
  return [
    said('rules of Utrecht and basis, on full facts', measure(ruleWork(values))),
    `  of the rules ${outcomes(values)}`,
    said('valuations, with the way to the figure', measure(valuationWork())),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ruleLines());

import { compile } from '../expression.js';
import { FactSet } from '../facts.js';
import { type CompiledRule, type Text } from '../model.js';
import { namesOf } from '../names.js';
import { findings, type Finding, type Remark } from './finding.js';
import { type Loaded } from './loaded-files.js';

/** What can be said about the rules of a pack. */
export function ruleFindings(loaded: Loaded): Finding[] {
  const { rules } = loaded.pack;
  return [
    ...findings(
      'warning',
      'rule-dead',
      rules.flatMap((rule) => [...neverInForce(rule, loaded)]),
    ),
    ...findings(
      'warning',
      'rule-constant',
      rules.flatMap((rule) => [...constant(rule, loaded)]),
    ),
    ...findings(
      'warning',
      'event-double',
      rules.flatMap((rule) => [...doubleEvents(rule, loaded)]),
    ),
    ...findings('warning', 'lifecycle-without-rules', untouched(loaded)),
  ];
}

/** A rule whose parameter has values, but only ends: it is not applicable on any date. */
function* neverInForce(rule: CompiledRule, { pack, rulePlace }: Loaded): Generator<Remark> {
  for (const name of rule.readsParameters) {
    const parameter = pack.parameters.get(name);
    if (!parameter?.known || parameter.values.some(({ value }) => value !== null)) continue;
    yield [
      rulePlace(rule, 'condition'),
      {
        nl: `${rule.rule.id} geldt nooit: ${name} is op geen enkele datum van kracht.`,
        en: `${rule.rule.id} never applies: ${name} is not in force on any date.`,
      },
    ];
  }
}

const said: Readonly<Record<'condition' | 'appliesWhen', Readonly<Record<'true' | 'false', Text>>>> = {
  condition: {
    true: { nl: 'altijd waar; de regel zegt nooit iets', en: 'always true; the rule never says anything' },
    false: { nl: 'nooit waar; de regel houdt alles tegen', en: 'never true; the rule holds against everything' },
  },
  appliesWhen: {
    true: { nl: 'altijd waar; laat haar weg', en: 'always true; leave it out' },
    false: { nl: 'nooit waar; de regel geldt nooit', en: 'never true; the rule never applies' },
  },
};

/** An expression that asks for nothing gives every partnership the same answer. */
function* constant(compiled: CompiledRule, { pack, vocabulary, rulePlace }: Loaded): Generator<Remark> {
  const names = namesOf(vocabulary, pack.parameters);
  for (const key of ['condition', 'appliesWhen'] as const) {
    const source = compiled.rule[key];
    const expression = source === undefined ? undefined : compile(source, names, pack.parameters, () => undefined);
    if (!expression || expression.facts.length > 0 || expression.parameters.length > 0) continue;
    const answer = expression.run(new FactSet({}), new Map());
    if (typeof answer !== 'boolean') continue;
    const { nl, en } = said[key][`${answer}`];
    yield [
      rulePlace(compiled, key),
      {
        nl: `${key} van ${compiled.rule.id} vraagt naar niets en is ${nl}.`,
        en: `${key} of ${compiled.rule.id} asks for nothing and is ${en}.`,
      },
    ];
  }
}

function* doubleEvents(compiled: CompiledRule, { rulePlace }: Loaded): Generator<Remark> {
  const { events } = compiled.rule;
  for (const [i, event] of events.entries()) {
    if (events.indexOf(event) === i) continue;
    yield [
      rulePlace(compiled, 'events', i),
      {
        nl: `De gebeurtenis '${event}' staat er al; haal haar hier weg.`,
        en: `The event '${event}' is there already; remove it here.`,
      },
    ];
  }
}

/** A lifecycle that the manifest names, while no rule guards any of its events. */
function* untouched({ pack, vocabulary, trees }: Loaded): Generator<Remark> {
  const events = pack.rules.flatMap(({ rule }) => rule.events);
  const place = trees.get('pack.yaml')?.place;
  if (events.length === 0 || !place) return;
  for (const id of pack.manifest.lifecycles) {
    const known = vocabulary.lifecycles.get(id)?.events;
    if (events.some((event) => known?.has(event))) continue;
    yield [
      place,
      {
        nl: `Geen enkele regel gaat over een gebeurtenis van ${id}; haal het weg bij lifecycles, of schrijf er regels voor.`,
        en: `No rule guards an event of ${id}; remove it from lifecycles, or write rules for it.`,
      },
    ];
  }
}

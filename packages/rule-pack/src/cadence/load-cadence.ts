import { nearest } from '../nearest.js';
import { checkLength, checkParameter, wholeValuesOf } from '../parameter-reference.js';
import { type Report } from '../problem.js';
import { type Setting } from '../rules.js';
import { under } from '../shape.js';
import { type Tree } from '../yaml-tree.js';
import { cadenceFile } from './cadence-file.js';
import { checkEvents } from './cadence-events.js';
import { durationsOf } from './durations.js';
import { type CadenceEntry } from './model.js';

/** Checks `cadence.yaml` against what the engine and the pack know. */
export function cadenceOf(tree: Tree, setting: Setting, report: Report): readonly CadenceEntry[] {
  const seen = new Set<string>();
  return (cadenceFile(tree, report) ?? []).map((entry, i) => {
    const at = under(tree, i);
    checkId(entry.id, seen, at, report);
    checkGrounds(entry, at, report);
    checkDurations(entry, at, setting, report);
    checkPeriod(entry, at, setting, report);
    checkStates(entry, at, setting, report);
    checkEvents(entry, at, setting, report);
    checkPeople(entry, at, setting, report);
    return entry;
  });
}

function checkId(id: string, seen: Set<string>, at: Tree, report: Report): void {
  if (seen.has(id)) {
    const nl = `De naam '${id}' komt twee keer voor; geef een andere.`;
    report(under(at, 'id').place, 'id-double', nl, `The name '${id}' is there twice; give another.`);
  }
  seen.add(id);
}

function checkGrounds({ source, assumption }: CadenceEntry, at: Tree, report: Report): void {
  if (source !== undefined || assumption !== undefined) return;
  report(
    at.place,
    'grounds-missing',
    'Waar staat dit? Noem de bron (source), of zeg wat is aangenomen (assumption).',
    'Where does it say so? Name the source, or say what is assumed (assumption).',
  );
}

function checkDurations(entry: CadenceEntry, at: Tree, setting: Setting, report: Report): void {
  for (const { parameter, units, path } of durationsOf(entry)) {
    const place = under(at, ...path);
    checkParameter(parameter, units, place, setting, report);
    checkLength(parameter, place, setting, report);
  }
}

/** What comes back must come back in whole periods: of the calendar year, or of at least a month. */
function checkPeriod({ moment }: CadenceEntry, at: Tree, setting: Setting, report: Report): void {
  if (moment.kind !== 'terugkerend') return;
  const { every, anchor } = moment;
  const { place } = under(at, 'moment', 'every');
  for (const { unit, value } of wholeValuesOf(every, setting)) {
    if (unit !== 'maanden') continue;
    if (value > 0 && (anchor === 'contractStart' || 12 % value === 0)) continue;
    const nl = anchor === 'kalender' ? 'Neem 1, 2, 3, 4, 6 of 12, of anchor: contractStart.' : 'Neem 1 of meer.';
    const en = anchor === 'kalender' ? 'Take 1, 2, 3, 4, 6 or 12, or anchor: contractStart.' : 'Take 1 or more.';
    report(
      place,
      'period-uneven',
      `${every} is ergens ${value}; daarmee is geen rij van gelijke perioden te maken. ${nl}`,
      `${every} is ${value} somewhere; no row of equal periods can be made of that. ${en}`,
    );
  }
}

function checkStates({ states = [] }: CadenceEntry, at: Tree, setting: Setting, report: Report): void {
  const { vocabulary, manifests } = setting;
  const manifest = manifests.of(at.place);
  if (!manifest) return;
  const known = manifest.lifecycles.flatMap((id) => [...(vocabulary.lifecycles.get(id)?.states ?? [])]);
  states.forEach((state, i) => {
    if (known.includes(state)) return;
    const lifecycles = manifest.lifecycles.join(', ');
    const meant = nearest(state, known);
    report(
      under(at, 'states', i).place,
      'state-unknown',
      `De toestand '${state}' bestaat niet in ${lifecycles}${meant ? `; bedoelde u '${meant}'?` : '.'}`,
      `The state '${state}' does not exist in ${lifecycles}${meant ? `; did you mean '${meant}'?` : '.'}`,
    );
  });
}

/** Not a role: whoever stands in for the coordinator of this partnership. */
const BACKUP = 'backup';

function checkPeople({ to, escalation }: CadenceEntry, at: Tree, { vocabulary }: Setting, report: Report): void {
  const known = [...vocabulary.cadence.roles, BACKUP];
  const check = (given: string, { place }: Tree): void => {
    if (known.includes(given)) return;
    const meant = nearest(given, known);
    const nl = meant ? `bedoelde u '${meant}'?` : `kies uit ${known.join(', ')}.`;
    const en = meant ? `did you mean '${meant}'?` : `choose from ${known.join(', ')}.`;
    report(place, 'role-unknown', `De rol '${given}' bestaat niet; ${nl}`, `The role '${given}' does not exist; ${en}`);
  };
  check(to, under(at, 'to'));
  escalation.forEach((step, i) => {
    check(step.to, under(at, 'escalation', i, 'to'));
  });
}

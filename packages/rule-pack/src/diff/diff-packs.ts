import { layered } from '../layers.js';
import { type Manifest, type Pack, type RequiredRecord, type Text } from '../model.js';
import { canonical, differing, paired, type Change } from './change.js';
import { cadenceChanges } from './cadence-changes.js';
import { parameterChanges } from './parameter-changes.js';
import { figureChanges } from './figure-changes.js';
import { ruleChanges } from './rule-changes.js';
import { shown } from './shown.js';
import { adviseVersion, type Level, type VersionAdvice } from './version-advice.js';

/** One version of a pack: what it says, and the files that say it. */
export interface PackVersion {
  readonly pack: Pack;
  /** Path relative to the pack's folder, with forward slashes → text. */
  readonly files: ReadonlyMap<string, string>;
}

/** What is different between two versions of a pack. */
export interface PackDifference {
  /**
   * Manifest first, then parameters, rules, required records, cadence, obligations, valuation, evidence, texts, tests and
   * other files, each in order of name.
   */
  readonly changes: readonly Change[];
  readonly advice: VersionAdvice;
}

/**
 * Compares two versions of a pack. Pure.
 * @param date ISO date of comparison; a value changed in a period that has begun by then weighs more than one to come
 */
export function diffPacks(before: PackVersion, after: PackVersion, date: string): PackDifference {
  const [old, fresh] = [before.pack, after.pack];
  const said = [
    ...manifestChanges(old.manifest, fresh.manifest),
    ...parameterChanges(old, fresh, date),
    ...ruleChanges(old, fresh),
    ...recordChanges(old.requiredRecords, fresh.requiredRecords),
    ...cadenceChanges(old, fresh),
    ...figureChanges(old, fresh),
    ...fileChanges(before.files, after.files),
  ];
  const changes = said.length === 0 && old.digest !== fresh.digest ? [layoutOnly(old)] : said;
  const levels = changes.map(({ level }) => level);
  return { changes, advice: adviseVersion(old.manifest.version, fresh.manifest.version, levels) };
}

const manifestLevels: Readonly<Record<Exclude<keyof Manifest, 'version' | 'lifecycles'>, Level>> = {
  name: 'major',
  title: 'patch',
  description: 'patch',
  maintainers: 'patch',
  licence: 'patch',
  languages: 'patch',
  namespace: 'patch',
  engine: 'minor',
  lifecycleRanges: 'minor',
  // What the base brings or takes away is compared for itself.
  extends: 'minor',
  fourEyes: 'patch',
};

function manifestChanges(before: Manifest, after: Manifest): Change[] {
  const keys = Object.keys(manifestLevels) as (keyof typeof manifestLevels)[];
  const plain = keys
    .filter((key) => canonical(before[key]) !== canonical(after[key]))
    .map((key) => manifestChange(key, manifestLevels[key], shown(before[key]), shown(after[key])));
  const gone = before.lifecycles.some((id) => !after.lifecycles.includes(id));
  if (canonical(before.lifecycles) === canonical(after.lifecycles)) return plain;
  const [was, is] = [before.lifecycles.join(', '), after.lifecycles.join(', ')];
  return [...plain, manifestChange('lifecycles', gone ? 'major' : 'minor', { nl: was, en: was }, { nl: is, en: is })];
}

function manifestChange(key: string, level: Level, was: Text, is: Text): Change {
  return {
    area: 'manifest',
    kind: 'changed',
    subject: key,
    level,
    text: { nl: `pack.yaml, ${key}: ${was.nl} → ${is.nl}`, en: `pack.yaml, ${key}: ${was.en} → ${is.en}` },
    details: [],
  };
}

/** A record that a step must have is one more thing that can hold it up. */
function recordChanges(before: readonly RequiredRecord[], after: readonly RequiredRecord[]): Change[] {
  const byPlace = (records: readonly RequiredRecord[]) =>
    records.map((record) => [`${record.field} (${record.state})`, record] as const);
  return paired(byPlace(before), byPlace(after)).flatMap(({ key, before: was, after: is }): Change[] => {
    const common = { area: 'record', subject: key, details: [] } as const;
    if (!was)
      return [
        {
          ...common,
          kind: 'added',
          level: 'major',
          text: { nl: `Voortaan verplicht: ${key}.`, en: `Required from now on: ${key}.` },
        },
      ];
    if (!is)
      return [
        {
          ...common,
          kind: 'removed',
          level: 'minor',
          text: { nl: `Niet meer verplicht: ${key}.`, en: `No longer required: ${key}.` },
        },
      ];
    const parts = differing(was, is, ['title', 'source']).join(', ');
    if (parts === '') return [];
    return [
      {
        ...common,
        kind: 'changed',
        level: 'patch',
        text: { nl: `${key}: ${parts} veranderd.`, en: `${key}: ${parts} changed.` },
      },
    ];
  });
}

const compared = /^(pack|records|cadence|obligation|valuation|evidence|texts)\.yaml$|^(parameters|rules|tests)\/|\.md$/;

/** Files of the policy that are not compared by what they say, only by whether they differ. */
function fileChanges(before: PackVersion['files'], after: PackVersion['files']): Change[] {
  return paired(before, after).flatMap(({ key, before: was, after: is }): Change[] => {
    if (compared.test(layered(key).path) || plain(was) === plain(is)) return [];
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    const verb = {
      added: { nl: 'erbij', en: 'added' },
      removed: { nl: 'weg', en: 'removed' },
      changed: { nl: 'veranderd', en: 'changed' },
    }[kind];
    return [
      {
        area: 'file',
        kind,
        subject: key,
        level: kind === 'added' ? 'minor' : 'major',
        text: { nl: `Bestand ${key} ${verb.nl}.`, en: `File ${key} ${verb.en}.` },
        details: [],
      },
    ];
  });
}

function plain(text: string | undefined): string | undefined {
  return text?.replace(/\r\n?/g, '\n');
}

/** Comment and layout count in the digest, and so in what partnerships pin. */
function layoutOnly({ manifest }: Pack): Change {
  return {
    area: 'file',
    kind: 'changed',
    subject: manifest.name,
    level: 'patch',
    text: { nl: 'Alleen versie, commentaar of opmaak is anders.', en: 'Only version, comments or layout differ.' },
    details: [],
  };
}

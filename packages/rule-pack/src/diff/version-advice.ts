import { type Text } from '../model.js';

/** How much a change asks of whoever uses the pack: `major` may turn decisions around, `patch` changes no decision. */
export type Level = 'major' | 'minor' | 'patch';

/** Whether the version was raised as much as the changes ask. Advice: nothing is refused for it. */
export interface VersionAdvice {
  readonly enough: boolean;
  /** The lowest version that says what changed. */
  readonly advised: string;
  readonly text: Text;
}

const levels: readonly Level[] = ['major', 'minor', 'patch'];

const meaning: Readonly<Record<Level, Text>> = {
  major: { nl: 'besluiten kunnen anders uitvallen', en: 'decisions may turn out differently' },
  minor: { nl: 'er is iets bij gekomen of soepeler geworden', en: 'something was added or relaxed' },
  patch: { nl: 'alleen teksten, bronnen of opmaak', en: 'only texts, sources or layout' },
};

/**
 * @param before version that is there, `1.2.3`
 * @param after version of the candidate
 * @param found what the changes ask; empty when nothing changed
 */
export function adviseVersion(before: string, after: string, found: readonly Level[]): VersionAdvice {
  const level = levels.find((one) => found.includes(one));
  const advised = level ? raised(before, level) : before;
  const enough = compare(after, advised) >= 0;
  return { enough, advised, text: told(before, after, level, advised, enough) };
}

function told(before: string, after: string, level: Level | undefined, advised: string, enough: boolean): Text {
  if (!level && enough) return { nl: 'Er is niets veranderd.', en: 'Nothing changed.' };
  const { nl, en } = level ? meaning[level] : { nl: 'er is niets veranderd', en: 'nothing changed' };
  return enough
    ? { nl: `Versie ${before} → ${after} is genoeg: ${nl}.`, en: `Version ${before} → ${after} is enough: ${en}.` }
    : {
        nl: `Versie ${before} → ${after} is niet genoeg: ${nl}. Maak er ${advised} van.`,
        en: `Version ${before} → ${after} is not enough: ${en}. Make it ${advised}.`,
      };
}

function raised(version: string, level: Level): string {
  const [major, minor, patch] = numbers(version);
  if (level === 'major') return `${major + 1}.0.0`;
  return level === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

function compare(a: string, b: string): number {
  const [x, y] = [numbers(a), numbers(b)];
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}

function numbers(version: string): readonly [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

import { type Report } from './problem.js';

const mostFiles = 2000;
const mostBytesAFile = 256 * 1024;
const mostBytes = 4 * 1024 * 1024;

const yaml =
  /^(base\/){0,3}(pack\.yaml|records\.yaml|obligation\.yaml|cadence\.yaml|valuation\.yaml|evidence\.yaml|texts\.yaml|(rules|tests)\/[\w-]+\.yaml|parameters\/([\w-]+\/){0,8}[\w-]+\.yaml)$/;
/** For people, not for the engine. */
const reading = /^(base\/){0,3}[\w-]+\.md$/;
const parameter = /^parameters\/(.+)\.yaml$/;

/** The name that a parameter's path says it has; undefined for other files. */
export function parameterNameOf(path: string): string | undefined {
  return parameter.exec(path)?.[1]?.replaceAll('/', '.');
}

/**
 * The files of a pack that the engine reads, in order of path, with line ends as `\n`. Names that do not belong in a
 * pack and sizes that nobody needs are reported before anything is parsed.
 */
export function readable(files: ReadonlyMap<string, string>, report: Report): readonly (readonly [string, string])[] {
  const top = { file: 'pack.yaml', line: 1, column: 1 };
  if (files.size > mostFiles) {
    report(
      top,
      'too-many-files',
      `Een pakket heeft hoogstens ${mostFiles} bestanden; dit heeft er ${files.size}.`,
      `A pack has at most ${mostFiles} files; this one has ${files.size}.`,
    );
    return [];
  }
  if ([...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0) > mostBytes) {
    report(
      top,
      'pack-too-large',
      'Een pakket is samen hoogstens 4 MB; dit is meer.',
      'A pack is at most 4 MB in all; this one is more.',
    );
    return [];
  }
  if (!files.has('pack.yaml')) {
    report(
      top,
      'manifest-missing',
      'Het bestand pack.yaml ontbreekt; daarin staat wat dit pakket is.',
      'The file pack.yaml is missing; it says what this pack is.',
    );
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted
    .filter(([path, text]) => accepted(path, text, report))
    .map(([path, text]) => [path, text.replace(/\r\n?/g, '\n')]);
}

function accepted(path: string, text: string, report: Report): boolean {
  const place = { file: path, line: 1, column: 1 };
  if (reading.test(path)) return false;
  if (!yaml.test(path)) {
    report(
      place,
      'file-unexpected',
      'Dit bestand hoort niet in een pakket: alleen pack.yaml, records.yaml, obligation.yaml, cadence.yaml, valuation.yaml, evidence.yaml, texts.yaml, rules/*.yaml, tests/*.yaml, parameters/**/*.yaml, *.md en dezelfde in base/.',
      'This file does not belong in a pack: only pack.yaml, records.yaml, obligation.yaml, cadence.yaml, valuation.yaml, evidence.yaml, texts.yaml, rules/*.yaml, tests/*.yaml, parameters/**/*.yaml, *.md and the same in base/.',
    );
    return false;
  }
  if (Buffer.byteLength(text) <= mostBytesAFile) return true;
  report(
    place,
    'file-too-large',
    'Een bestand is hoogstens 256 kB; splits het.',
    'A file is at most 256 kB; split it.',
  );
  return false;
}

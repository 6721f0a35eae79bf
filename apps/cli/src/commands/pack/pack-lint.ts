import { lintPolicy, type Finding } from '@samenwerkt/engine';
import { systemClock } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { languageOf, type Language } from '../../workplace.js';
import { packGroup } from './group.js';
import { packFiles } from './pack-source.js';

const LABEL = {
  nl: { error: 'fout', warning: 'waarschuwing', note: 'opmerking' },
  en: { error: 'error', warning: 'warning', note: 'note' },
} as const;

/** `samenwerkt pack lint`: everything its author should know; exit code 1 when the pack does not load. */
export function packLint(program: Command): void {
  packGroup(program)
    .command('lint <pakket>')
    .description('kijk een regelpakket na: fouten, waarschuwingen en wat nog moet worden ingevuld')
    .action((source: string, _options: object, command: Command) => {
      const language = languageOf(command);
      const { findings } = lintPolicy(packFiles(source), systemClock());
      for (const finding of findings) console.log(findingLine(finding, language));
      console.log(countLine(findings, language));
      if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}

/** `parameters/a.yaml:3:7 waarschuwing: … (code)`. */
export function findingLine(finding: Finding, language: Language): string {
  const { file, line, column, severity, code } = finding;
  return `${file}:${line}:${column} ${LABEL[language][severity]}: ${finding[language]} (${code})`;
}

function countLine(findings: readonly Finding[], language: Language): string {
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  return language === 'nl'
    ? `${errors} fout(en), ${warnings} waarschuwing(en), ${notes} opmerking(en).`
    : `${errors} error(s), ${warnings} warning(s), ${notes} note(s).`;
}

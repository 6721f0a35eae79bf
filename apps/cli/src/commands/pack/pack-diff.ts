import { diffPolicies, type Change } from '@samenwerkt/engine';
import { systemClock } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { languageOf, type Language } from '../../workplace.js';
import { packGroup } from './group.js';
import { packAt } from './pack-source.js';

/** `samenwerkt pack diff`: what a new version touches, and whether its number says so. */
export function packDiff(program: Command): void {
  packGroup(program)
    .command('diff <oud> <nieuw>')
    .description('vergelijk twee versies: welke perioden, regels en gebeurtenissen zijn geraakt')
    .action((before: string, after: string, _options: object, command: Command) => {
      const language = languageOf(command);
      const { changes, advice } = diffPolicies(packAt(before), packAt(after), systemClock());
      for (const change of changes) console.log(changeLines(change, language).join('\n'));
      console.log(advice.text[language]);
    });
}

function changeLines({ level, text, details }: Change, language: Language): string[] {
  return [`[${level}] ${text[language]}`, ...details.map((detail) => `    ${detail[language]}`)];
}

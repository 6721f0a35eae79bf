import { type Pack, PackInvalid } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { languageOf, type Language } from '../../workplace.js';
import { packAt } from './pack-source.js';

/**
 * Reads a pack, a folder or an archive, and does something with it; a faulty pack is shown with every problem, and makes the exit
 * code 1.
 * @throws UsageFault when there is neither
 */
export function withPack(folder: string, command: Command, work: (pack: Pack, language: Language) => void): void {
  const language = languageOf(command);
  try {
    work(packAt(folder).pack, language);
  } catch (error) {
    if (!(error instanceof PackInvalid)) throw error;
    for (const { file, line, column, ...text } of error.problems)
      console.error(`${folder}/${file}:${line}:${column} ${text[language]}`);
    process.exitCode = 1;
  }
}

import { existsSync } from 'node:fs';
import { loadPolicy, type Pack, PackInvalid } from '@samenwerkt/engine';
import { readPackFolder } from '@samenwerkt/intake';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { languageOf, type Language } from '../../workplace.js';

/**
 * Reads the pack in a folder and does something with it; a faulty pack is shown with every problem, and makes the exit
 * code 1.
 * @throws UsageFault when there is no such folder
 */
export function withPack(folder: string, command: Command, work: (pack: Pack, language: Language) => void): void {
  const language = languageOf(command);
  if (!existsSync(folder)) {
    throw new UsageFault(`De map ${folder} bestaat niet.`, `The folder ${folder} does not exist.`);
  }
  try {
    work(loadPolicy(readPackFolder(folder)).pack, language);
  } catch (error) {
    if (!(error instanceof PackInvalid)) throw error;
    for (const { file, line, column, ...text } of error.problems)
      console.error(`${folder}/${file}:${line}:${column} ${text[language]}`);
    process.exitCode = 1;
  }
}

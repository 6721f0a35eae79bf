import { type Pack, PackInvalid, type Policy } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { languageOf, type Language } from '../../workplace.js';
import { packAt } from './pack-source.js';

/**
 * Reads a pack: a folder, an archive, or `npm:<package>`.
 * @returns undefined for a faulty pack: it is shown with every problem, and makes the exit code 1
 * @throws PackSourceRefused when there is nothing to read
 */
export function readPack(source: string, command: Command): Policy | undefined {
  const language = languageOf(command);
  try {
    return packAt(source);
  } catch (error) {
    if (!(error instanceof PackInvalid)) throw error;
    for (const { file, line, column, ...text } of error.problems)
      console.error(`${source}/${file}:${line}:${column} ${text[language]}`);
    process.exitCode = 1;
    return undefined;
  }
}

/** Reads a pack and does something with it, when it is not faulty. @throws PackSourceRefused */
export function withPack(source: string, command: Command, work: (pack: Pack, language: Language) => void): void {
  const policy = readPack(source, command);
  if (policy) work(policy.pack, languageOf(command));
}

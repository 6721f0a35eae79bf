import { LOCAL_ACTOR, type RetentionReport } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { at, type Language } from '../../workplace.js';
import { wholeNumber } from '../whole-number.js';
import { privacyGroup } from './group.js';

interface Options {
  readonly months?: string;
  readonly run?: boolean;
}

/** `samenwerkt privacy retention`: whose term is over; with `--run` they are erased now. */
export function privacyRetention(program: Command): void {
  privacyGroup(program)
    .command('retention')
    .description('wie de bewaartermijn voorbij is; met --run worden zij nu gewist, voorgoed')
    .option('--months <maanden>', 'bekijk een andere termijn dan de gekozen termijn')
    .option('--run', 'wis hen nu; anders gebeurt dat elke dag vanzelf')
    .action(({ months, run = false }: Options, command: Command) =>
      at(command, async ({ ledger, organisation, language, say }) => {
        if (run && months !== undefined)
          throw new UsageFault(
            'Geef --months of --run, niet beide: alleen de gekozen termijn wist.',
            'Give --months or --run, not both: only the chosen term erases.',
          );
        const term = months === undefined ? undefined : wholeNumber('--months', months);
        const report = await ledger.retention.preview(organisation, term);
        await say(reportLines(report, language).join('\n'));
        if (!run) return;
        const { erased } = await ledger.retention.run(organisation, LOCAL_ACTOR);
        console.log(language === 'nl' ? `${erased} gewist.` : `${erased} erased.`);
      }),
    );
}

function reportLines({ months, day, people, files }: RetentionReport, language: Language): string[] {
  const heading = {
    nl: `${people.length} mensen van wie op ${day} de termijn van ${months} maanden voorbij is; ${files} bestanden bij bewijs`,
    en: `${people.length} people whose term of ${months} months is over on ${day}; ${files} files with evidence`,
  }[language];
  return [
    heading,
    ...people.map(({ id, name, endedOn, partnerships }) => `  ${id}  ${name}  ${endedOn}  (${partnerships})`),
  ];
}

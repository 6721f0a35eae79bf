import { agendaFor, nextCheckIn, type AgendaPoint } from '@samenwerkt/engine';
import { agendaLines } from '@samenwerkt/reminders';
import { type Command } from 'commander';
import { at, type Language } from '../workplace.js';

/** `samenwerkt agenda`: what the next conversation would be about. */
export function agenda(program: Command): void {
  program
    .command('agenda <partnerschap>')
    .description('de agenda die het volgende gesprek nu zou hebben, en waarom')
    .option('--json', 'alles, als JSON')
    .action((reference: string, options: { json?: boolean }, command: Command) =>
      at(command, async ({ ledger, organisation, language, say, sayJson }) => {
        const id = await ledger.partnerships.idOf(organisation, reference);
        const { partnership } = await ledger.partnerships.get(organisation, id);
        const policy = await ledger.shelf.policy(organisation, partnership.pack);
        const next = nextCheckIn(partnership, policy);
        const points = agendaFor(partnership, policy, ledger.clock());
        if (options.json) return sayJson({ next: next ?? null, items: points });
        const { contract } = partnership;
        const none = { nl: 'er is geen gesprek gepland', en: 'no conversation is planned' }[language];
        const by = { nl: 'uiterlijk', en: 'by' }[language];
        const when = next ? `${next.title[language]}, ${by} ${next.dueOn}` : none;
        await say([`${contract.titel}  (${contract.kenmerk})`, when, '', ...lines(points, language)].join('\n'));
      }),
    );
}

function lines(points: readonly AgendaPoint[], language: Language): string[] {
  const titles = agendaLines(points, language);
  return points.flatMap(({ reason, source }, index) => {
    const from = source && [source.title, source.page].filter((part) => part !== undefined).join(', ');
    return [`${index + 1}. ${titles[index]}`, `   ${reason[language]}${from === undefined ? '' : ` (${from})`}`];
  });
}

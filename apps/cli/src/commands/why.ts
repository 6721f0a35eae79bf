import { explain, options, type Option } from '@samenwerkt/engine';
import { withNames } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { reasonLines } from '../output/reasons.js';
import { actorFor, at, type Language } from '../workplace.js';
import { readData } from './fire.js';

const STATUS = {
  nl: { allowed: 'kan nu', needsData: 'kan, met deze gegevens', blocked: 'kan nog niet' },
  en: { allowed: 'possible now', needsData: 'possible, with this data', blocked: 'not yet' },
} as const;

/** `samenwerkt why`: what can happen next and what stands in the way, or every rule behind one event. */
export function why(program: Command): void {
  program
    .command('why <partnerschap> [gebeurtenis]')
    .description('wat kan nu en waarom niet; met een gebeurtenis: elke regel die meetelt')
    .option('--data <json>', 'gegevens bij de gebeurtenis, als JSON of @bestand', '{}')
    .option('--as <rollen>', "met deze rollen, door komma's gescheiden")
    .action((reference: string, event: string | undefined, given: { data: string; as?: string }, command: Command) =>
      at(command, async ({ ledger, organisation, language, say }) => {
        const id = await ledger.partnerships.idOf(organisation, reference);
        const { partnership } = await ledger.partnerships.get(organisation, id);
        const policy = await ledger.shelf.policy(organisation, partnership.pack);
        const actor = actorFor(given.as);
        if (event === undefined) {
          for (const option of options(partnership, policy, actor, ledger.clock()))
            await say(optionLines(option, language).join('\n'));
          return;
        }
        const asked = { event, data: readData(given.data) };
        const { data, fresh } = await ledger.subjects.asked(organisation, partnership, asked);
        const explained = explain(partnership, policy, { event, data }, actor, ledger.clock());
        const { decision, judged } = withNames(explained, fresh);
        console.log(
          decision.outcome === 'accepted' ? `${event}: ${STATUS[language].allowed}` : decision.message[language],
        );
        if (decision.outcome === 'refused') {
          for (const { path, message } of decision.problems) console.log(`    ✗ ${path}: ${message[language]}`);
          const shown = new Set(judged.map((reason) => reason.id));
          for (const reason of decision.reasons.filter((one) => !shown.has(one.id)))
            await say(reasonLines(reason, language).join('\n'));
          if (decision.possible.length > 0)
            console.log(`    ${language === 'nl' ? 'Mogelijk is' : 'Possible'}: ${decision.possible.join(', ')}`);
        }
        for (const reason of judged) await say(reasonLines(reason, language).join('\n'));
      }),
    );
}

function optionLines({ event, title, status, schema, reasons }: Option, language: Language): string[] {
  const required = schema.required ?? [];
  const asks = required.length === 0 ? [] : [`    ${language === 'nl' ? 'vraagt' : 'asks'}: ${required.join(', ')}`];
  const standing = reasons.filter(({ kind, canBeGivenWithEvent }) => !(kind === 'record' && canBeGivenWithEvent));
  return [
    `${title[language]}  (${event}) — ${STATUS[language][status]}`,
    ...asks,
    ...standing.flatMap((reason) => reasonLines(reason, language)),
  ];
}

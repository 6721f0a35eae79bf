import { type NumberConfirmation } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { EventRefused } from '@samenwerkt/ledger';
import { UsageFault } from '../output/failure.js';
import { reasonLines } from '../output/reasons.js';
import { parseJsonOption } from './json-option.js';
import { wholeNumber } from './whole-number.js';
import { actorFor, at } from '../workplace.js';

interface Options {
  data: string;
  confirm?: string;
  as?: string;
  expectedVersion?: string;
  key?: string;
  dryRun?: boolean;
}

/** `samenwerkt fire`: lets an event happen. */
export function fire(program: Command): void {
  program
    .command('fire <partnerschap> <gebeurtenis>')
    .description('laat een gebeurtenis plaatsvinden')
    .option('--data <json>', 'gegevens, als JSON of @bestand', '{}')
    .option(
      '--confirm <json>',
      'nummers in de gegevens die geen BSN zijn: [{"path": "/reden", "number": "…", "reason": "…"}]',
    )
    .option('--as <rollen>', "met deze rollen, door komma's gescheiden")
    .option('--expected-version <nummer>', 'alleen als het partnerschap deze versie nog heeft')
    .option('--key <sleutel>', 'sleutel waaronder herhalen hetzelfde antwoord geeft')
    .option('--dry-run', 'laat zien wat er zou gebeuren, leg niets vast')
    .action((reference: string, event: string, options: Options, command: Command) =>
      at(command, async ({ ledger, organisation, language, say }) => {
        const partnership = await ledger.partnerships.idOf(organisation, reference);
        const asked = {
          organisation,
          partnership,
          event,
          data: readData(options.data),
          confirmations: options.confirm === undefined ? undefined : readConfirmations(options.confirm),
          actor: actorFor(options.as),
          idempotencyKey: options.key,
          expectedVersion:
            options.expectedVersion === undefined
              ? undefined
              : wholeNumber('--expected-version', options.expectedVersion),
        };
        const { version, states, warnings } = options.dryRun ? await rehearsed() : await ledger.writer.submit(asked);
        console.log(
          `${options.dryRun ? 'Zou worden' : 'Vastgelegd als'} versie ${version}; staat in: ${states.join(', ')}`,
        );
        for (const warning of warnings) await say(reasonLines(warning, language).join('\n'));

        async function rehearsed() {
          const decision = await ledger.writer.rehearse(asked);
          if (decision.outcome === 'refused') throw new EventRefused(decision);
          return { version: decision.next.version, states: decision.next.states, warnings: decision.warnings };
        }
      }),
    );
}

/** Data given as JSON or as `@file`. @throws UsageFault */
export function readData(given: string): Record<string, unknown> {
  const value = parseJsonOption('--data', given);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageFault(
      '--data moet een JSON-object zijn, zoals {"orgaan": "college"}.',
      '--data must be a JSON object, such as {"orgaan": "college"}.',
    );
  }
  return value as Record<string, unknown>;
}

/** Numbers that only look like a BSN; what is in the list is for the engine to check. @throws UsageFault */
function readConfirmations(text: string): NumberConfirmation[] {
  const value = parseJsonOption('--confirm', text);
  if (Array.isArray(value)) return value as NumberConfirmation[];
  throw new UsageFault(
    '--confirm moet een JSON-lijst zijn van objecten met path, number en reason.',
    '--confirm must be a JSON list of objects with path, number and reason.',
  );
}

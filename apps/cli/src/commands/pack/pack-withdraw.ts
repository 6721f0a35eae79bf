import { type Replacement } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { actorFor, at } from '../../workplace.js';
import { packGroup } from './group.js';

interface Options {
  endsOn: string;
  replacedBy?: string;
  reason: string;
  expectedEndsOn?: string;
}

/** `samenwerkt pack withdraw`: from a day on nothing new starts under a version; what runs goes on under it. */
export function packWithdraw(program: Command): void {
  packGroup(program)
    .command('withdraw <naam> <versie>')
    .description('trek een gepubliceerde versie in: vanaf een dag begint er niets nieuws onder')
    .requiredOption('--reason <reden>', 'waarom; wie wordt geweigerd krijgt het te zien')
    .requiredOption('--ends-on <datum>', 'eerste dag waarop er niets meer onder begint: vandaag of later')
    .option('--replaced-by <versie>', 'versie die in de plaats komt, of <pakket>@<versie>')
    .option(
      '--expected-ends-on <datum>',
      'om een intrekking te wijzigen die nog niet is ingegaan: de datum die er staat',
    )
    .action((name: string, version: string, options: Options, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const withdrawn = await ledger.registry.withdraw({
          ...{ organisation, name, version, actor: actorFor(undefined).id },
          endsOn: options.endsOn,
          reason: options.reason,
          replacedBy: options.replacedBy === undefined ? undefined : replacement(name, options.replacedBy),
          expectedEndsOn: options.expectedEndsOn,
        });
        const said = { nl: 'vervalt per', en: 'ends on' };
        console.log(`${name} ${version} ${said[language]} ${withdrawn.endsOn} (${withdrawn.state})`);
      }),
    );
}

/** `2.0.0` of the same pack, or `ander-pakket@1.0.0`. @throws UsageFault */
function replacement(name: string, given: string): Replacement {
  const [, other, version] = /^(?:([a-z][a-z0-9-]*)@)?(\d+\.\d+\.\d+)$/.exec(given) ?? [];
  if (version === undefined)
    throw new UsageFault(
      `--replaced-by ${given}: geef een versie als 2.0.0, of een pakket met versie als basis@2.0.0.`,
      `--replaced-by ${given}: give a version such as 2.0.0, or a pack with version such as basis@2.0.0.`,
    );
  return { name: other ?? name, version };
}

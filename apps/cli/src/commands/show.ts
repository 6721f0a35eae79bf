import { lifecycleOf, titleOf, type Partnership, type Policy } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { shown } from '../output/reasons.js';
import { at, type Language } from '../workplace.js';

/** `samenwerkt show`: one partnership, now or on a day in the past. */
export function show(program: Command): void {
  program
    .command('show <partnerschap>')
    .description('een partnerschap zoals het staat, of stond')
    .option('--at <datum>', 'zoals het was aan het eind van die dag, bijvoorbeeld 2026-03-31')
    .option('--json', 'alles, als JSON')
    .action((reference: string, options: { at?: string; json?: boolean }, command: Command) =>
      at(command, async ({ ledger, organisation, language, say, sayJson }) => {
        const id = await ledger.partnerships.idOf(organisation, reference);
        const partnership =
          options.at === undefined
            ? (await ledger.partnerships.get(organisation, id)).partnership
            : await ledger.histories.asOf(organisation, id, options.at);
        const policy = await ledger.shelf.known(organisation, partnership.pack);
        if (options.json) return sayJson(partnership);
        await say(lines(partnership, policy, language).join('\n'));
      }),
    );
}

function lines(partnership: Partnership, policy: Policy | undefined, language: Language): string[] {
  const { contract, states, opdrachtnemer, coordinator, backup, pack, version, dossier } = partnership;
  const catalogue = lifecycleOf(partnership.lifecycle).states;
  const where = states.map((state) => {
    const info = catalogue.get(state);
    const title = info ? titleOf(policy, 'toestand', info)[language] : state;
    return `  ${info?.step ?? ''}  ${title}  (${state}, sinds ${partnership.since[state]?.slice(0, 10)})`;
  });
  const recorded = Object.entries(dossier).flatMap(([key, fields]) => [
    `  ${key}`,
    ...Object.entries(fields).map(([field, value]) => `    ${field}: ${shown(value, '-')}`),
  ]);
  return [
    `${contract.titel}  (${contract.kenmerk})`,
    `id ${partnership.id}, versie ${version}, regelpakket ${pack.name} ${pack.version}`,
    `opdrachtnemer ${opdrachtnemer ?? '-'}, coördinator ${coordinator ?? '-'}, back-up ${backup ?? '-'}`,
    `waarde € ${contract.waarde}, ${contract.start ?? '?'} t/m ${contract.einde ?? '?'}`,
    '',
    'Staat in:',
    ...where,
    '',
    'Vastgelegd:',
    ...recorded,
  ];
}

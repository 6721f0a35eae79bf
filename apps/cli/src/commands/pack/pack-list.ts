import { type ShelvedPack } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at, type Language } from '../../workplace.js';
import { packGroup } from './group.js';

/** `samenwerkt pack list`: every version of every pack, and how far it is. */
export function packList(program: Command): void {
  packGroup(program)
    .command('list')
    .description('toon de regelpakketten in de administratie, met hun staat')
    .action((_options: object, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        for (const pack of await ledger.shelf.list(organisation)) console.log(packLine(pack, language));
      }),
    );
}

function packLine({ ref, state, endsOn, replacedBy }: ShelvedPack, language: Language): string {
  const words = { nl: ['tot', 'dan'], en: ['until', 'then'] }[language];
  const until = endsOn === null ? '' : `  ${words[0]} ${endsOn}`;
  const then = replacedBy === null ? '' : `, ${words[1]} ${replacedBy.name} ${replacedBy.version}`;
  return `${ref.name} ${ref.version}  ${state}${until}${then}`;
}

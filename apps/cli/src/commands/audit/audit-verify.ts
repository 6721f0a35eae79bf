import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { auditGroup } from './group.js';

const KIND = {
  changed: { nl: 'gewijzigd', en: 'changed' },
  missing: { nl: 'ontbreekt', en: 'missing' },
} as const;

/** `samenwerkt audit verify`: walks the chain of the audit log; exit code 1 when it does not hold. */
export function auditVerify(program: Command): void {
  auditGroup(program)
    .command('verify')
    .description('controleer de keten van het logboek')
    .action((_options: object, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const { intact, entries, head, breaks } = await ledger.audit.verify(organisation);
        for (const { sequence, kind, count } of breaks)
          console.log(`${sequence}${count > 1 ? `-${sequence + count - 1}` : ''}: ${KIND[kind][language]}`);
        const nl = intact ? `in orde, keten sluit bij ${head}` : 'niet in orde; vergelijk met een reservekopie';
        const en = intact ? `sound, the chain ends at ${head}` : 'not sound; compare with a backup';
        console.log(language === 'nl' ? `${entries} regels, ${nl}` : `${entries} lines, ${en}`);
        if (!intact) process.exitCode = 1;
      }),
    );
}

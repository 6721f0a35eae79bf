import { type Verification } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at, type Workplace } from '../workplace.js';

const PAGE = 500;

/** `samenwerkt verify`: walks the chain of one partnership, or of all; exit code 1 when one does not hold. */
export function verify(program: Command): void {
  program
    .command('verify [partnerschap]')
    .description('controleer keten en momentopname; zonder naam van alle partnerschappen')
    .action((reference: string | undefined, _options: object, command: Command) =>
      at(command, async (workplace) => {
        const { ledger, organisation } = workplace;
        let faulty = 0;
        let sound = 0;
        const ids =
          reference === undefined ? everyId(workplace) : [await ledger.partnerships.idOf(organisation, reference)];
        for await (const id of ids) {
          const result = await ledger.caretaker.verify(organisation, id);
          if (result.fault === undefined) sound++;
          else console.log(faultLine(result, ++faulty));
          if (reference !== undefined && result.fault === undefined)
            console.log(`${result.events} gebeurtenissen, keten sluit bij ${result.head}`);
        }
        console.log(`${sound} in orde, ${faulty} niet in orde.`);
        if (faulty > 0) process.exitCode = 1;
      }),
    );
}

async function* everyId({ ledger, organisation }: Workplace): AsyncGenerator<string> {
  let before: string | undefined;
  do {
    const rows = await ledger.partnerships.page(organisation, {}, PAGE, before);
    yield* rows.map(({ id }) => id);
    before = rows.length === PAGE ? rows.at(-1)?.id : undefined;
  } while (before !== undefined);
}

function faultLine({ partnership, fault }: Verification, number: number): string {
  return `${number}. ${partnership}: ${fault ?? ''}\n   apart gezet; herstel met: samenwerkt rebuild ${partnership}`;
}

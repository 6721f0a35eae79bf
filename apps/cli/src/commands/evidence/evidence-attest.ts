import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { wholeNumber } from '../whole-number.js';
import { evidenceGroup } from './group.js';

interface Options {
  readonly sequence: string;
  readonly kind: string;
  readonly seenBy: string;
  readonly on: string;
  readonly note?: string;
}

/** `samenwerkt evidence attest`: puts on record who saw what proves an event, and when. */
export function evidenceAttest(program: Command): void {
  evidenceGroup(program)
    .command('attest <partnerschap>')
    .description('leg vast wie welk bewijs wanneer heeft gezien; het bewijs zelf blijft waar het is')
    .requiredOption('--sequence <nummer>', 'volgnummer van de gebeurtenis, uit history')
    .requiredOption('--kind <soort>', 'soort volgens het regelpakket, of anders (met --note)')
    .requiredOption('--seen-by <naam>', 'naam of functie van wie het zag')
    .requiredOption('--on <datum>', 'dag waarop, bijvoorbeeld 2026-03-02')
    .option('--note <tekst>', 'wat het was, zonder naam')
    .action((reference: string, options: Options, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const partnership = await ledger.partnerships.idOf(organisation, reference);
        const { kind, seenBy, on: seenOn, note } = options;
        const sequence = wholeNumber('--sequence', options.sequence);
        const asked = { organisation, partnership, actorId: LOCAL_ACTOR, sequence, kind, seenBy, seenOn, note };
        const { id } = await ledger.attestations.attest(asked);
        console.log(language === 'nl' ? `Vastgelegd: ${id}` : `Recorded: ${id}`);
      }),
    );
}

/** `samenwerkt evidence withdraw`: takes an attestation back; it still shows, with the reason. */
export function evidenceWithdraw(program: Command): void {
  evidenceGroup(program)
    .command('withdraw <partnerschap> <id>')
    .description('trek een vastlegging van bewijs in; zij blijft zichtbaar, met de reden')
    .requiredOption('--reason <tekst>', 'waarom')
    .action((reference: string, id: string, { reason }: { reason: string }, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const partnership = await ledger.partnerships.idOf(organisation, reference);
        await ledger.attestations.withdraw({ organisation, partnership, id, actorId: LOCAL_ACTOR, reason });
        console.log(language === 'nl' ? 'Ingetrokken.' : 'Withdrawn.');
      }),
    );
}

import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { readFile, writeNewFile } from '../../files.js';
import { at, type Workplace } from '../../workplace.js';
import { evidenceGroup } from './group.js';

/** `samenwerkt evidence attach`: keeps a file with evidence. */
export function evidenceAttach(program: Command): void {
  evidenceGroup(program)
    .command('attach <partnerschap> <bewijs> <bestand>')
    .description('bewaar een bestand (PDF, PNG, JPEG, hoogstens 5 MB) bij bewijs; versleuteld, zonder zijn naam')
    .action((reference: string, attestation: string, file: string, _options: object, command: Command) =>
      at(command, async (workplace) => {
        const place = await placeOf(workplace, reference, attestation);
        const { id, type } = await workplace.ledger.evidenceFiles.add(place, Buffer.from(readFile(file)));
        console.log(workplace.language === 'nl' ? `Bewaard als ${type}: ${id}` : `Kept as ${type}: ${id}`);
      }),
    );
}

/** `samenwerkt evidence fetch`: writes a file that is kept with evidence; that it was read is put on record. */
export function evidenceFetch(program: Command): void {
  evidenceGroup(program)
    .command('fetch <partnerschap> <bewijs> <id>')
    .description('haal een bestand bij bewijs op; dat komt in het logboek')
    .requiredOption('--out <bestand>', 'waar het heen gaat; dat bestand mag er nog niet zijn')
    .action((reference: string, attestation: string, id: string, { out }: { out: string }, command: Command) =>
      at(command, async (workplace) => {
        const place = await placeOf(workplace, reference, attestation);
        const { content } = await workplace.ledger.evidenceFiles.read(place, id);
        writeNewFile(out, content, 0o600);
        console.log(out);
      }),
    );
}

/** `samenwerkt evidence remove`: destroys a file that is kept with evidence. */
export function evidenceRemove(program: Command): void {
  evidenceGroup(program)
    .command('remove <partnerschap> <bewijs> <id>')
    .description('vernietig een bestand bij bewijs, voorgoed')
    .requiredOption('--reason <tekst>', 'waarom')
    .action((reference: string, attestation: string, id: string, { reason }: { reason: string }, command: Command) =>
      at(command, async (workplace) => {
        await workplace.ledger.evidenceFiles.remove(await placeOf(workplace, reference, attestation), id, reason);
        console.log(workplace.language === 'nl' ? 'Vernietigd.' : 'Destroyed.');
      }),
    );
}

async function placeOf({ ledger, organisation }: Workplace, reference: string, attestation: string) {
  const partnership = await ledger.partnerships.idOf(organisation, reference);
  return { organisation, partnership, attestation, actorId: LOCAL_ACTOR };
}

import { eventTitle } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { evidenceGroup } from './group.js';

/** `samenwerkt evidence list`: which proof was seen, and which is asked and was not. */
export function evidenceList(program: Command): void {
  evidenceGroup(program)
    .command('list <partnerschap>')
    .description('welk bewijs is gezien, door wie en wanneer; en wat het regelpakket vraagt en nog niemand zag')
    .option('--json', 'alles, als JSON')
    .action((reference: string, options: { json?: boolean }, command: Command) =>
      at(command, async ({ ledger, organisation, language, say, sayJson }) => {
        const id = await ledger.partnerships.idOf(organisation, reference);
        const items = await ledger.attestations.of(organisation, id);
        const unseen = await ledger.attestations.unseen(organisation, id);
        if (options.json) return sayJson({ items, unseen });
        const words = {
          nl: { by: 'gezien door', withdrawn: 'ingetrokken', removed: 'verwijderd', unseen: 'nog niet gezien' },
          en: { by: 'seen by', withdrawn: 'withdrawn', removed: 'removed', unseen: 'not seen yet' },
        }[language];
        const place = ({ sequence, lifecycle, event }: { sequence: number; lifecycle: string; event: string }) =>
          `${String(sequence).padStart(4)}  ${eventTitle(lifecycle, event)[language]}`;
        for (const one of items) {
          const note = one.note === null ? '' : ` (${one.note})`;
          const end = one.withdrawnBecause === null ? '' : `  ${words.withdrawn}: ${one.withdrawnBecause}`;
          await say(
            `${place(one)}: ${one.title[language]}${note}, ${words.by} ${one.seenBy}, ${one.seenOn}${end}  ${one.id}`,
          );
        }
        for (const { attestation, type, bytes, removedBecause, id: file } of items.flatMap(({ files }) => files)) {
          const left =
            removedBecause === null ? `${type}, ${bytes} bytes` : `${type}, ${words.removed}: ${removedBecause}`;
          console.log(`      ${attestation}  ${file}  ${left}`);
        }
        for (const one of unseen) console.log(`${place(one)}: ${one.title[language]}  [${one.kind}] ${words.unseen}`);
      }),
    );
}

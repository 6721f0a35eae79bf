import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROLES } from '@samenwerkt/engine';
import { loadPackFolder } from '@samenwerkt/intake';
import { openLedger } from '@samenwerkt/ledger';
import { CONTRACT, LIFECYCLE, STEPS } from './walk.mjs';

const ORGANISATION = 'bench';
const PACKS = fileURLToPath(new URL('../../rule-packs', import.meta.url));
const actor = { id: 'bench', roles: ROLES };

/**
 * Durable transitions in one process: the whole road of every partnership under all rules of the Utrecht pack, every
 * answer after its commit. Each client walks its own partnerships, one event after the other.
 */
export async function inProcess(folder, { clients, seconds }) {
  const ledger = await openLedger({ file: join(folder, `in-process-${clients}.sqlite`) });
  await ledger.ensureOrganisation(ORGANISATION, 'Bench');
  await loadPackFolder(ledger, ORGANISATION, PACKS);
  const start = () =>
    ledger.writer.start({
      organisation: ORGANISATION,
      actor,
      lifecycle: LIFECYCLE,
      pack: 'utrecht-bouwblokken',
      contract: CONTRACT,
    });
  // The first half second warms up; it does not count.
  await drive(ledger, start, clients, 0.5);
  const measured = await drive(ledger, start, clients, seconds);
  await ledger.close();
  return measured;
}

async function drive(ledger, start, clients, seconds) {
  const waits = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const { partnership } = await start();
      for (const { event, data } of STEPS) {
        if (performance.now() >= until) return;
        const asked = performance.now();
        await ledger.writer.submit({ organisation: ORGANISATION, actor, partnership, event, data });
        waits.push(performance.now() - asked);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return summary(waits, (performance.now() - begun) / 1000);
}

/** Rate and waiting times; the slowest are part of the answer. */
export function summary(waits, seconds) {
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))];
  return { rate: waits.length / seconds, p50: at(0.5), p99: at(0.99), max: at(1) };
}

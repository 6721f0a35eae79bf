import { type Attest } from '../evidence/attestations.js';
import { type Ledger } from '../ledger.js';
import { miniPack } from './mini-pack.js';
import { ACTOR, walked } from './partnerships.js';
import { HERE, type Workbench } from './workbench.js';

/** A pack that asks a letter with the first decision, until 2026, and always the list of decisions. */
const ASKING = miniPack({ version: '3.0.0' }).set(
  'evidence.yaml',
  `- id: besluitenlijst
  title: { nl: Besluitenlijst, en: List of decisions }
  for: { events: [principebesluitNemen] }
  periods: [{ from: 2019-07-01, source: { title: Proef, page: p. 1 } }]
- id: brief
  title: { nl: Brief, en: Letter }
  for: { events: [principebesluitNemen] }
  periods: [{ from: 2019-07-01, until: 2026-01-01, source: { title: Proef, page: p. 1 } }]
`,
);

/** A partnership with one decision on record, under a pack that asks proof of it. */
export async function decided({ ledger }: Workbench): Promise<string> {
  await ledger.shelf.add(HERE, ASKING);
  return (await walked(ledger, ['principebesluitNemen'])).partnership;
}

/** Puts on record that Anna saw the list of decisions. */
export function attest(ledger: Ledger, partnership: string, over: Partial<Attest> = {}) {
  return ledger.attestations.attest({
    ...{ organisation: HERE, partnership, actorId: ACTOR.id, sequence: 2, kind: 'besluitenlijst' },
    ...{ seenBy: 'Anna de Vries', seenOn: '2026-03-01', ...over },
  });
}

export function withdraw(ledger: Ledger, partnership: string, id: string, reason = 'verkeerd stuk') {
  return ledger.attestations.withdraw({ organisation: HERE, partnership, id, actorId: ACTOR.id, reason });
}

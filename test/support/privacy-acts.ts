import { patch, post, send, startPartnership, type Answer } from './client.js';
import { type RunningHost } from './host.js';

/** A partnership with evidence that somebody saw, and where that is. */
async function evidence(host: RunningHost): Promise<{ at: string; answer: Answer }> {
  const id = await startPartnership(host, { pack: 'basis' });
  const seen = { sequence: 1, kind: 'anders', note: 'brief', seenBy: 'Wanda Walk', seenOn: '2026-01-05' };
  const answer = await post(host, `/partnerships/${id}/evidence`, seen);
  return { at: `/partnerships/${id}/evidence/${String(answer.body.id)}`, answer };
}

async function file(host: RunningHost): Promise<{ at: string; answer: Answer }> {
  const { at } = await evidence(host);
  const answer = await send(host, `${at}/files`, Buffer.from('%PDF-1.7 proef'), 'application/pdf');
  return { at: `${at}/files/${String(answer.body.id)}`, answer };
}

/** The act by which privacy is administered, by its route: the line that it leaves, and how it is asked. */
export const PRIVACY_ACTS: Readonly<
  Record<string, readonly [line: string, ask: (host: RunningHost) => Promise<Answer>]>
> = {
  'POST /contract-imports/confirmed': [
    'number.confirmed',
    (host) => {
      const csv = 'kenmerk;titel;leverancier;categorie;soort;waarde\nWALK-3;Order 111222333;Groen BV;groen;dienst;10\n';
      const confirmations = [{ line: 2, column: 2, number: '111222333', reason: 'ordernummer' }];
      return post(host, '/contract-imports/confirmed', { file: Buffer.from(csv).toString('base64'), confirmations });
    },
  ],
  'PATCH /privacy-settings': [
    'privacy-settings.changed',
    (host) => patch(host, '/privacy-settings', { groupMinimum: 6, reason: 'proef' }),
  ],
  'POST /partnerships/{id}/evidence': ['evidence.attested', async (host) => (await evidence(host)).answer],
  'POST /partnerships/{id}/evidence/{evidence}/withdrawals': [
    'evidence.withdrawn',
    async (host) => post(host, `${(await evidence(host)).at}/withdrawals`, { reason: 'proef' }),
  ],
  'POST /partnerships/{id}/evidence/{evidence}/files': [
    'evidence.file-added',
    async (host) => (await file(host)).answer,
  ],
  'POST /partnerships/{id}/evidence/{evidence}/files/{file}/removals': [
    'evidence.file-removed',
    async (host) => post(host, `${(await file(host)).at}/removals`, { reason: 'proef' }),
  ],
};

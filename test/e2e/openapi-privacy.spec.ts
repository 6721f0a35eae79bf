import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, patch, post, send } from '../support/client.js';
import { fitsDescription, type MustFit } from '../support/described.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
let host: RunningHost;
let mustFit: MustFit;
beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'demo' });
  mustFit = await fitsDescription(host);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

describe('the description of the API about people and evidence', () => {
  it('fits what an organisation chose about people, and whom a term would erase', async () => {
    const path = '/api/v1/privacy-settings';
    mustFit(await get(host, '/privacy-settings'), path);
    const change = { eraseAfterMonths: 24, reason: 'besluit' };
    mustFit(await patch(host, '/privacy-settings', change), path, 'patch');
    const query = '?dryRun=true&months=1';
    mustFit(await post(host, `/retention-runs${query}`, {}), '/api/v1/retention-runs', 'post');
  });

  it('fits evidence, seen and not seen', async () => {
    const [{ id = '' } = {}] = (await get(host, '/partnerships?state=monitoring&limit=1')).body.items as unknown as {
      id: string;
    }[];
    const [path, route] = [`/partnerships/${id}/evidence`, '/api/v1/partnerships/{id}/evidence'];
    const seen = { sequence: 2, kind: 'anders', note: 'notulen', seenBy: 'Contractmanager', seenOn: '2026-01-01' };
    const { body } = await post(host, path, seen);
    const files = `${path}/${String(body.id)}/files`;
    const added = await send(host, files, Buffer.from('%PDF-1.7'), 'application/pdf');
    mustFit(added, `${route}/{evidence}/files`, 'post');
    const removed = await post(host, `${files}/${String(added.body.id)}/removals`, { reason: 'proef' });
    mustFit(removed, `${route}/{evidence}/files/{file}/removals`, 'post');
    mustFit(await get(host, path), route);
    const withdrawn = await post(host, `${path}/${String(body.id)}/withdrawals`, { reason: 'proef' });
    mustFit(withdrawn, `${route}/{evidence}/withdrawals`, 'post');
    mustFit(await post(host, path, seen), route, 'post');
  });

  it('asks of each withdrawal what that one needs: two shapes of one name would be described as one', async () => {
    const document = (await get(host, '/openapi.json')).body as unknown as {
      paths: Record<string, { post: { requestBody: { content: Record<string, { schema: { $ref: string } }> } } }>;
      components: { schemas: Record<string, { required: string[] }> };
    };
    const asked = (path: string) => {
      const { $ref } = document.paths[`/api/v1${path}`]?.post.requestBody.content['application/json']?.schema ?? {};
      return document.components.schemas[String($ref).split('/').at(-1) ?? '']?.required;
    };
    expect(asked('/partnerships/{id}/evidence/{evidence}/withdrawals')).toEqual(['reason']);
    expect(asked('/rule-packs/{name}/versions/{version}/withdrawals')).toEqual(['endsOn', 'reason']);
  });

  it('fits an import with confirmed numbers', async () => {
    const file = Buffer.from('kenmerk;titel;leverancier;categorie;soort;waarde\nQ-1;a;b;c;dienst;1').toString('base64');
    const route = '/contract-imports/confirmed';
    mustFit(await post(host, `${route}?dryRun=true`, { file, confirmations: [] }), `/api/v1${route}`, 'post');
  });
});

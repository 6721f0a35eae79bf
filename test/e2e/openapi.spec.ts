import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { sampleData } from '@samenwerkt/engine';
import { readPackFolder, writePackArchive } from '@samenwerkt/intake';
import { fire, get, post, send, startPartnership, type Answer } from '../support/client.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
let host: RunningHost;
let document: Record<string, unknown>;
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });

beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'demo' });
  document = (await get(host, '/openapi.json')).body as unknown as Record<string, unknown>;
  ajv.addSchema(document, 'openapi');
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

/** What the description says an answer of this operation looks like. */
function described(path: string, method: string, status: number): ValidateFunction {
  const pointer = ['paths', path, method, 'responses', String(status), 'content', 'application/json', 'schema'];
  const at = pointer.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
  if (at === undefined) throw new Error(`not described: ${pointer.join(' ')}`);
  const escaped = pointer.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  const validate = ajv.getSchema(`openapi#/${escaped.join('/')}`);
  if (!validate) throw new Error(`not found: ${pointer.join(' ')}`);
  return validate as ValidateFunction;
}

function mustFit(answer: Answer, path: string, method = 'get'): void {
  const validate = described(path, method, answer.status);
  validate(answer.body);
  expect(validate.errors ?? []).toEqual([]);
}

describe('the description of the API', () => {
  it('fits every list and every partnership of the demo', async () => {
    const partnerships = await get(host, '/partnerships?limit=100');
    mustFit(partnerships, '/api/v1/partnerships');
    for (const { id } of partnerships.body.items as unknown as { id: string }[]) {
      mustFit(await get(host, `/partnerships/${id}`), '/api/v1/partnerships/{id}');
      mustFit(await get(host, `/partnerships/${id}/options`), '/api/v1/partnerships/{id}/options');
      mustFit(await get(host, `/partnerships/${id}/history`), '/api/v1/partnerships/{id}/history');
      mustFit(
        await get(host, `/partnerships/${id}/history/verification`),
        '/api/v1/partnerships/{id}/history/verification',
      );
    }
  });

  it('fits contracts, suppliers and rule packs', async () => {
    const contracts = await get(host, '/contracts?limit=100');
    mustFit(contracts, '/api/v1/contracts');
    const [contract] = contracts.body.items as unknown as { id: string }[];
    mustFit(await get(host, `/contracts/${contract?.id}`), '/api/v1/contracts/{id}');
    const suppliers = await get(host, '/suppliers?limit=100');
    mustFit(suppliers, '/api/v1/suppliers');
    const [supplier] = suppliers.body.items as unknown as { id: string }[];
    mustFit(await get(host, `/suppliers/${supplier?.id}`), '/api/v1/suppliers/{id}');
    mustFit(await post(host, '/suppliers', { name: 'Nieuwe Kracht' }), '/api/v1/suppliers', 'post');
    const packs = await get(host, '/rule-packs');
    mustFit(packs, '/api/v1/rule-packs');
    for (const { name, version } of packs.body.items as unknown as { name: string; version: string }[]) {
      mustFit(
        await get(host, `/rule-packs/${name}/versions/${version}`),
        '/api/v1/rule-packs/{name}/versions/{version}',
      );
    }
  });

  it('fits the life of a rule pack', async () => {
    const path = '/api/v1/rule-packs/{name}/versions/{version}';
    const files = readPackFolder(join(ROOT, 'rule-packs/utrecht-bouwblokken'));
    const version = '9.0.0';
    const manifest = files.get('pack.yaml')?.replace(/^version: .*$/m, `version: ${version}`) ?? '';
    const archive = writePackArchive(new Map(files).set('pack.yaml', manifest));
    const upload = () => send(host, '/rule-packs', archive, 'application/gzip');
    mustFit(await upload(), '/api/v1/rule-packs', 'post');
    mustFit(await upload(), '/api/v1/rule-packs', 'post');
    mustFit(await get(host, '/rule-packs?state=concept'), '/api/v1/rule-packs');
    const at = `/rule-packs/utrecht-bouwblokken/versions/${version}`;
    mustFit(await get(host, `${at}/differences?from=1.1.0`), `${path}/differences`);
    mustFit(await post(host, `${at}/publications`, {}), `${path}/publications`, 'post');
    const withdrawal = { endsOn: '2999-01-01', reason: 'Proef', replacedBy: { name: 'basis', version: '1.1.0' } };
    mustFit(await post(host, `${at}/withdrawals`, withdrawal), `${path}/withdrawals`, 'post');
    mustFit(await get(host, at), path);
  });

  it('fits what a transition, a dry run and a refusal answer', async () => {
    const id = await startPartnership(host);
    const data = sampleData('stappenplan-2020', 'principebesluitNemen');
    const transitions = '/api/v1/partnerships/{id}/transitions';
    mustFit(
      await post(host, `/partnerships/${id}/transitions?dryRun=true`, { event: 'principebesluitNemen', data }),
      transitions,
      'post',
    );
    mustFit(await fire(host, id, 'principebesluitNemen', data), transitions, 'post');
    mustFit(await get(host, `/partnerships/${id}?at=2099-01-01`), '/api/v1/partnerships/{id}');
    const refused = await fire(host, id, 'werkgroepInstellen', {});
    const problem = ajv.compile({
      $ref: 'openapi#/paths/~1api~1v1~1partnerships/get/responses/default/content/application~1problem+json/schema',
    });
    expect(problem(refused.body)).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import openapi, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { get } from '../support/client.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const TYPES = join(ROOT, 'apps/web/src/api/schema.d.ts');

const place = temporaryFolder();
let host: RunningHost;
beforeAll(async () => {
  host = await startHost(place.folder);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

describe('the types by which the screens know the API', () => {
  it('are those of its description; to make them anew: npx openapi-typescript <openapi.json> -o apps/web/src/api/schema.d.ts', async () => {
    const { body } = await get(host, '/openapi.json');
    const made = astToString(await openapi(body as unknown as OpenAPI3));
    expect(readFileSync(TYPES, 'utf8').split('\n').slice(5).join('\n').trim()).toBe(made.trim());
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { Browser } from '../support/browser.js';
import { CONTRACT, get, post, put, startPartnership } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

/** Passes the eleven-test and belongs to nobody. */
const BSN = '111222333';
const WRITTEN = [BSN, '111.222.333', '111 222 333'];

const place = temporaryFolder();
let host: RunningHost;
let document: Document;
let browser: Browser;

beforeAll(async () => {
  host = await startHost(place.folder);
  browser = new Browser(host);
  await browser.signIn({ email: host.member.email });
  document = (await get(host, '/openapi.json')).body as unknown as Document;
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
}
type Operation = { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } };
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The keys that lead to every text of a schema that is not an amount, date or id: `['to', 'name']`, `['ids', '0']`. */
function* texts(schema: Schema, path: readonly string[] = []): Generator<readonly string[]> {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return yield* texts(document.components.schemas[name] ?? {}, path);
  for (const part of schema.allOf ?? []) yield* texts(part, path);
  if (schema.type === 'string' && schema.enum === undefined && schema.format === undefined) yield path;
  if (schema.items) yield* texts(schema.items, [...path, '0']);
  for (const [key, part] of Object.entries(schema.properties ?? {})) yield* texts(part, [...path, key]);
}

/** A body with only this in it. */
function bodyWith(path: readonly string[], text: string): unknown {
  return path.reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), text);
}

/** What must be there before a body is looked into, where the engine does that. */
const WHOLE: Readonly<Record<string, object>> = {
  '/api/v1/contracts': { facts: CONTRACT },
  '/api/v1/what-ifs': { contract: CONTRACT, packs: [{ name: 'basis' }], contributions: [{ block: 'ww' }] },
  '/api/v1/advice': {
    ...{ pack: { name: 'utrecht-bouwblokken' }, contract: CONTRACT, limits: { people: 3 } },
    realised: [{ block: 'ww' }],
  },
};

function merged(whole: unknown, part: unknown): unknown {
  if (typeof whole !== 'object' || typeof part !== 'object' || whole === null || part === null) return part;
  if (Array.isArray(part)) return [merged(Reflect.get(whole, 0), part[0])];
  const fields = Object.entries(part).map(([key, value]) => [key, merged(Reflect.get(whole, key), value)] as const);
  return { ...whole, ...Object.fromEntries(fields) };
}

const ID = '01900000-0000-7000-8000-0000000000ff';

/** Signed in, because inviting people and the like is not for a token. */
async function send(method: string, path: string, body: unknown) {
  const address = path.replace(/^\/api\/v1/, '').replaceAll(/\{\w+\}/g, ID);
  return browser.api(method.toUpperCase(), address, body);
}

describe('a number that can be a BSN', () => {
  it('is refused in every text of every request, naming the field and not repeating the number', async () => {
    const tried: string[] = [];
    const through: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const schema = operation.requestBody?.content['application/json']?.schema;
        if (!schema) continue;
        for (const keys of texts(schema)) {
          // What a partnership's event and its numbers may hold is told apart below: it needs a whole command.
          if (['confirmations', 'files'].some((key) => keys.includes(key))) continue;
          for (const written of WRITTEN) {
            const { status, body } = await send(
              method,
              path,
              merged(WHOLE[path] ?? {}, bodyWith(keys, `Zie ${written}`)),
            );
            const errors = (body.errors ?? []) as unknown as { path: string; code: string }[];
            const named = errors.some(
              (one) => one.path === `/${keys.join('/')}` || one.path.endsWith(`/${keys.at(-1)}`),
            );
            const kept = JSON.stringify(body).includes(written);
            const where = `${method} ${path} ${keys.join('.')} "${written}": ${status}`;
            tried.push(where);
            if (status < 400 || status >= 500 || !named || kept) through.push(`${where} ${JSON.stringify(errors)}`);
          }
        }
      }
    }
    expect(through).toEqual([]);
    expect(tried.length).toBeGreaterThan(60);
  });

  it.each(['titel', 'kenmerk', 'categorie', 'verlenging', 'procedure'])(
    'is refused in %s of a contract, also of one that is only thought of',
    async (field) => {
      const facts = { ...CONTRACT, [field]: `Zie ${BSN}` };
      const added = await post(host, '/contracts', { facts, supplier: 'Groen BV' });
      const thought = await post(host, '/what-ifs', { contract: facts, packs: [{ name: 'basis' }] });
      for (const { status, body } of [added, thought]) {
        expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(`/${field}"`)]);
        expect(JSON.stringify(body)).not.toContain(BSN);
      }
    },
  );

  it('is refused in an address of the address book, by the API and by the command line', async () => {
    expect(await put(host, `/addresses/Anna%20${BSN}`, { email: 'a@gemeente.nl' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/name', code: 'bsn' }] },
    });
    const told = samenwerkt(place.folder, 'addresses', 'put', `Anna ${BSN}`, 'a@gemeente.nl');
    expect([told.code, told.out + told.err]).toEqual([1, expect.not.stringContaining('a@gemeente.nl  ')]);
  });
});

describe('a number that only looks like one', () => {
  const reden = `Bel het wijkteam op ${BSN}`;
  const confirmation = { path: '/reden', number: BSN, reason: 'telefoonnummer van het wijkteam' };

  it('is recorded with an event when somebody confirms it, and that is in the history and in the log', async () => {
    const id = await startPartnership(host);
    const data = { ...sampleData('stappenplan-2020', 'beeindigen'), reden };
    const end = (confirmations: object[]) =>
      post(host, `/partnerships/${id}/transitions`, { event: 'beeindigen', data, confirmations });
    expect((await end([])).status).toBe(422);
    expect((await end([{ ...confirmation, number: '123456782' }])).body.errors).toMatchObject([
      { path: '/confirmations/0', code: 'confirmation' },
      { path: '/reden', code: 'bsn' },
    ]);
    expect((await end([confirmation])).status).toBe(200);
    const history = (await get(host, `/partnerships/${id}/history`)).body.items as unknown as { data: object }[];
    const confirmed = { veld: '/reden', nummer: '•••••••33', reden: confirmation.reason };
    expect(history.at(-1)?.data).toMatchObject({ reden, bevestigdeNummers: [confirmed] });
    const { body } = await get(host, '/audit-log?action=number.confirmed');
    expect(body.items).toMatchObject([
      { subject: { id }, reason: confirmation.reason, details: { field: '/reden', number: '•••••••33' } },
    ]);
    expect((await get(host, `/partnerships/${id}/history/verification`)).body).toMatchObject({ snapshotMatches: true });
  });

  it('is confirmed with a new contract, which can then be asked about', async () => {
    const facts = { ...CONTRACT, kenmerk: 'SR-BEL', titel: `Groen, bel ${BSN}` };
    const supplier = 'KvK 123456782';
    const confirmations = [
      { path: '/titel', number: BSN, reason: 'telefoonnummer van het wijkteam' },
      { path: '/supplier', number: '123456782', reason: 'nummer van de Kamer van Koophandel' },
    ];
    const add = (some: object[]) => post(host, '/contracts', { facts, supplier, confirmations: some });
    expect((await add(confirmations.slice(0, 1))).body.errors).toMatchObject([{ path: '/supplier', code: 'bsn' }]);
    const { status, body } = await add(confirmations);
    expect(status).toBe(201);
    const { items } = (await get(host, '/audit-log?action=number.confirmed')).body as unknown as { items: object[] };
    expect(items.slice(0, 2)).toMatchObject([
      { subject: { id: body.id }, details: { field: '/supplier', number: '•••••••82' } },
      { subject: { id: body.id }, details: { field: '/titel', number: '•••••••33' } },
    ]);
    const asked = samenwerkt(place.folder, 'what-if', '--pack', 'basis', '--kenmerk', 'SR-BEL');
    expect([asked.code, asked.err]).toEqual([0, '']);
  });

  it('is confirmed on the command line as well', async () => {
    const id = await startPartnership(host);
    const data = JSON.stringify({ ...sampleData('stappenplan-2020', 'beeindigen'), reden });
    const end = (...more: string[]) => samenwerkt(place.folder, 'fire', id, 'beeindigen', '--data', data, ...more);
    expect(end().code).toBe(1);
    expect(end('--confirm', '{}').err).toMatch(/--confirm moet een JSON-lijst/);
    expect(end('--confirm', JSON.stringify([confirmation])).out).toMatch(/Vastgelegd als versie 2/);
  });
});

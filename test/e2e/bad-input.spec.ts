import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { CONTRACT, fire, get, post, startPartnership, type Answer } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
let host: RunningHost;
let id: string;

beforeAll(async () => {
  host = await startHost(place.folder);
  id = await startPartnership(host);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

const decision = sampleData('stappenplan-2020', 'principebesluitNemen');

/** Sends something bad; afterwards the partnership must stand as it stood. */
async function unharmed(send: () => Promise<Answer>): Promise<Answer> {
  const before = await get(host, `/partnerships/${id}`);
  const answer = await send();
  expect((await get(host, `/partnerships/${id}`)).body).toEqual(before.body);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(String(answer.body.detail).length).toBeGreaterThan(10);
  return answer;
}

describe('bad input changes nothing and is told what is wrong:', () => {
  it('an unknown event', async () => {
    const answer = await unharmed(() => fire(host, id, 'toveren'));
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:samenwerkt:problem:unknown-event']);
    expect(answer.body.possible).toEqual(expect.arrayContaining(['principebesluitNemen']));
  });

  it('an event that is not possible now', async () => {
    const answer = await unharmed(() => fire(host, id, 'gunnen', sampleData('stappenplan-2020', 'gunnen')));
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:samenwerkt:problem:event-not-possible']);
    expect(answer.body.possible).toEqual(expect.arrayContaining(['principebesluitNemen']));
  });

  it('missing data, each field by name and page', async () => {
    const answer = await unharmed(() => fire(host, id, 'principebesluitNemen', { orgaan: 'College' }));
    expect(answer.status).toBe(422);
    const ids = (answer.body.reasons as unknown as { id: string; source: { page: string } }[]).map(
      (reason) => `${reason.id} ${reason.source.page}`,
    );
    expect(ids).toEqual(
      expect.arrayContaining(['dossier.principebesluit.datum p. 9', 'dossier.principebesluit.reden p. 9']),
    );
  });

  it('wrong data, each field with a pointer', async () => {
    const answer = await unharmed(() =>
      fire(host, id, 'principebesluitNemen', { ...decision, datum: '2026-02-30', orgaan: 7, onzin: true }),
    );
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:samenwerkt:problem:data-invalid']);
    expect((answer.body.errors as unknown as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      '/datum',
      '/onzin',
      '/orgaan',
    ]);
  });

  it('a wrong version', async () => {
    const answer = await unharmed(() => fire(host, id, 'principebesluitNemen', decision, { expectedVersion: 12 }));
    expect(answer.status).toBe(409);
  });

  it('an unknown partnership', async () => {
    const answer = await unharmed(() =>
      fire(host, '01900000-0000-7000-8000-00000000ffff', 'principebesluitNemen', decision),
    );
    expect([answer.status, answer.body.type]).toEqual([404, 'urn:samenwerkt:problem:not-found']);
  });

  it('an id that is no id', async () => {
    const answer = await unharmed(() => get(host, '/partnerships/..%2F..%2Fetc'));
    expect([answer.status, answer.body.type]).toEqual([400, 'urn:samenwerkt:problem:request-invalid']);
  });

  it.each(['123456782', '123.456.782', '1234 56 782', '123-456-782'])(
    'a BSN-like number in a text field: %s',
    async (number) => {
      const answer = await unharmed(() =>
        fire(host, id, 'principebesluitNemen', { ...decision, reden: `Voor kandidaat ${number} zoeken wij werk` }),
      );
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([expect.objectContaining({ path: '/reden', code: 'bsn' })]);
      expect(JSON.stringify(answer.body)).not.toContain(number);
    },
  );

  it('a body of 10 MB', async () => {
    const answer = await unharmed(() =>
      fire(host, id, 'principebesluitNemen', { ...decision, reden: 'x'.repeat(10 * 1024 * 1024) }),
    );
    expect(answer.status).toBe(413);
  });

  it('JSON nested 1,000 deep', async () => {
    const deep = `{"event":"x","data":${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}}`;
    const answer = await unharmed(() => post(host, `/partnerships/${id}/transitions`, deep));
    expect([answer.status, answer.body.type]).toEqual([400, 'urn:samenwerkt:problem:json-too-deep']);
  });

  it.each([
    ['not JSON', '{"event": '],
    ['no body', ''],
    ['a list', '[]'],
    ['a prototype key', '{"event":"opschorten","data":{"__proto__":{"reden":"x"}}}'],
    ['an unknown field', '{"event":"opschorten","gegevens":{}}'],
    ['an event that is no text', '{"event":{"naam":"opschorten"}}'],
    ['data that is no object', '{"event":"opschorten","data":"x"}'],
    ['a version that is no number', '{"event":"opschorten","expectedVersion":"1"}'],
  ])('a body that is %s', async (_, body) => {
    const answer = await unharmed(() => post(host, `/partnerships/${id}/transitions`, body));
    expect(answer.status).toBe(400);
  });

  it('another kind of content', async () => {
    const answer = await unharmed(() =>
      post(host, `/partnerships/${id}/transitions`, '<event/>', { 'content-type': 'application/xml' }),
    );
    expect(answer.status).toBe(415);
  });

  it.each(['limit=0', 'limit=1000', 'limit=veel', 'cursor=x', 'supplier=x', 'overdue=misschien', 'onbekend=1'])(
    'a list with ?%s',
    async (query) => {
      const answer = await unharmed(() => get(host, `/partnerships?${query}`));
      expect([answer.status, answer.body.type]).toEqual([400, 'urn:samenwerkt:problem:request-invalid']);
    },
  );

  it.each(['2026-02-30', '31-03-2026', 'gisteren'])('a day that is none: %s', async (day) => {
    const answer = await unharmed(() => get(host, `/partnerships/${id}?at=${day}`));
    expect(answer.status).toBe(400);
  });

  it('a key with spaces', async () => {
    const answer = await unharmed(() => fire(host, id, 'opschorten', { reden: 'x' }, {}, { 'idempotency-key': 'a b' }));
    expect(answer.status).toBe(400);
  });

  it.each([
    ['a value with a comma', { waarde: '1.440.000,00' }, '/waarde'],
    ['an end before the start', { start: '2025-01-01', einde: '2024-01-01' }, '/einde'],
    ['an unknown kind', { soort: 'cadeau' }, '/soort'],
    ['a BSN-like number', { titel: 'Contract 123456782' }, '/titel'],
    ['a field nobody knows', { kleur: 'rood' }, '/kleur'],
  ])('a contract with %s', async (_, facts, path) => {
    const answer = await unharmed(() =>
      post(host, '/contracts', { facts: { ...CONTRACT, kenmerk: 'FOUT-1', ...facts } }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ path })]);
  });

  it('a contract that exists already', async () => {
    await post(host, '/contracts', { facts: { ...CONTRACT, kenmerk: 'DUBBEL' } });
    const answer = await unharmed(() => post(host, '/contracts', { facts: { ...CONTRACT, kenmerk: 'DUBBEL' } }));
    expect([answer.status, answer.body.type]).toEqual([409, 'urn:samenwerkt:problem:already-exists']);
  });

  it('a pack that does not exist, and one that is not for the lifecycle', async () => {
    const contract = (await post(host, '/contracts', { facts: { ...CONTRACT, kenmerk: 'ZONDER-PAKKET' } })).body.id;
    const answer = await unharmed(() => post(host, '/partnerships', { contract, pack: 'rotterdam' }));
    expect(answer.status).toBe(404);
    const unknown = await unharmed(() =>
      post(host, '/partnerships', { contract, pack: 'basis', lifecycle: 'stappenplan-1999' }),
    );
    expect(unknown.status).toBe(400);
  });

  it('an address that does not exist', async () => {
    const answer = await unharmed(() => get(host, '/partnerschappen'));
    expect(answer.status).toBe(404);
  });

  it('a request that names another host than this machine', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request(`${host.api}/partnerships`, { headers: { host: 'kwaad.example' } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });
});

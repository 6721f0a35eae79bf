import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { fire, get, signed, startPartnership } from '../support/client.js';
import { until } from '../support/dispatching.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
let host: RunningHost;
let id: string;

beforeAll(async () => {
  host = await startHost(place.folder);
  id = await startPartnership(host);
});
afterAll(() => place.dispose());

/** A listener at a partnership: what it heard so far, and the way to go. */
async function listener() {
  const leaving = new AbortController();
  const headers = { ...signed(host), accept: 'text/event-stream' };
  const answer = await fetch(`${host.api}/partnerships/${id}/changes`, { headers, signal: leaving.signal });
  const heard: string[] = [];
  const over = (async () => {
    for await (const part of answer.body ?? []) heard.push(Buffer.from(part).toString());
  })().catch(() => undefined);
  const versions = () => [...heard.join('').matchAll(/"version":(\d+)/g)].map(([, version]) => Number(version));
  return { answer, versions, over, leave: () => leaving.abort() };
}

describe('who follows a partnership', () => {
  it('is told each version that comes, whoever records it', async () => {
    const [one, other] = await Promise.all([listener(), listener()]);
    expect(one.answer.headers.get('content-type')).toBe('text/event-stream');
    expect(one.answer.headers.get('cache-control')).toBe('no-store');
    await until('both are told where it stands', () => one.versions().length + other.versions().length === 2);
    const [before = 0] = one.versions();
    expect((await fire(host, id, 'opschorten', { reden: 'verbouwing' })).status).toBe(200);
    await until('both are told', () => [one, other].every(({ versions }) => versions().at(-1) === before + 1));
    other.leave();
    expect((await fire(host, id, 'hervatten', sampleData('stappenplan-2020', 'hervatten'))).status).toBe(200);
    await until('who stayed is told', () => one.versions().at(-1) === before + 2);
    expect(one.versions()).toEqual([before, before + 1, before + 2]);
    one.leave();
  });

  it('gets the version alone when no stream is asked for', async () => {
    const { body } = await get(host, `/partnerships/${id}/changes`);
    expect(body).toEqual({ version: (await get(host, `/partnerships/${id}`)).body.version });
  });

  it('keeps no process from stopping', async () => {
    const last = await listener();
    await until('it listens', () => last.versions().length === 1);
    await stopHost(host);
    await last.over;
    expect(last.versions()).toHaveLength(1);
  });
});

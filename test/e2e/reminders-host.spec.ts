import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { startRedis } from '@samenwerkt/services';
import { fire, startPartnership } from '../support/client.js';
import { until } from '../support/dispatching.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const EVENT = 'coordinatorOverdragen';

/** Mail in the folder of an administration. */
function mail(dataDir: string): string[] {
  const outbox = join(dataDir, 'outbox');
  return existsSync(outbox) ? readdirSync(outbox).filter((file) => file.endsWith('.eml')) : [];
}

async function handOver(host: RunningHost): Promise<void> {
  const id = await startPartnership(host, { pack: 'basis' });
  const { status } = await fire(host, id, EVENT, sampleData('stappenplan-2020', EVENT));
  expect(status).toBe(200);
}

async function readiness(host: RunningHost): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${host.url}/health/ready`);
  return { status: answer.status, body: await answer.json() };
}

describe('a host without settings', () => {
  it('sends the messages of an event as files, each of them once', async () => {
    const { folder, dispose } = temporaryFolder();
    const host = await startHost(folder);
    await handOver(host);
    // A scan comes every fifteen seconds, and one at the start.
    await until('there is mail', () => mail(folder).length === 2);
    expect(await stopHost(host)).toBe(0);
    const again = await startHost(folder);
    await stopHost(again);
    expect(mail(folder)).toHaveLength(2);
    dispose();
  });
});

describe('an api and a worker on one administration', () => {
  it('share the work: the worker sends what is recorded through the api, and answers nothing but its health', async () => {
    const { folder, dispose } = temporaryFolder();
    const redis = await startRedis();
    const api = await startHost(folder, { ROLE: 'api', REDIS_URL: redis.url });
    await handOver(api);
    expect(await readiness(api)).toEqual({ status: 200, body: { status: 'ok', database: 'ok' } });
    const worker = await startHost(folder, { ROLE: 'worker', REDIS_URL: redis.url });
    await until('there is mail', () => mail(folder).length === 2);
    expect(await readiness(worker)).toEqual({ status: 200, body: { status: 'ok', database: 'ok', queue: 'ok' } });
    expect((await fetch(`${worker.api}/partnerships`)).status).toBe(404);
    for (const host of [api, worker]) expect(await stopHost(host)).toBe(0);
    await redis.stop();
    dispose();
  });
});

describe('a worker', () => {
  it.each([
    ['whose Redis throws work away', 'allkeys-lru', 'noeviction'],
    ['whose Redis is down', undefined, 'REDIS_URL'],
  ])('%s is not ready and says what to do, while the api goes on', async (_name, maxmemoryPolicy, said) => {
    const { folder, dispose } = temporaryFolder();
    const redis = await startRedis({ maxmemoryPolicy: maxmemoryPolicy ?? 'noeviction' });
    const host = await startHost(folder, { REDIS_URL: redis.url });
    if (maxmemoryPolicy === undefined) await redis.stop();
    await until('it is not ready for that reason', async () => JSON.stringify(await readiness(host)).includes(said));
    expect((await readiness(host)).status).toBe(503);
    await handOver(host);
    expect(await stopHost(host)).toBe(0);
    await redis.stop();
    dispose();
  });
});

describe('a setting of reminders that is wrong', () => {
  it.each([
    ['ROLE', 'zender'],
    ['SMTP_URL', 'mail.gemeente.nl'],
    ['REDIS_URL', 'http://127.0.0.1'],
    ['MAIL_FROM', 'geen adres'],
    ['WEBHOOK_SECRET', 'geheim'],
  ])('is named when the host refuses to start: %s=%s', async (name, value) => {
    const { folder, dispose } = temporaryFolder();
    await expect(startHost(folder, { [name]: value })).rejects.toThrow(name);
    dispose();
  });
});

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { fire, get, startPartnership } from '../support/client.js';
import { until } from '../support/dispatching.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const EVENT = 'coordinatorOverdragen';
const SECRET = 'Jansen-met-een-naam';

let data: { folder: string; dispose(): void };
let host: RunningHost;
beforeAll(async () => {
  data = temporaryFolder();
  host = await startHost(data.folder);
}, 60_000);
afterAll(async () => {
  await stopHost(host);
  data.dispose();
});

async function metrics(): Promise<string> {
  return (await fetch(`${host.url}/metrics`)).text();
}

/** The value of a series; undefined when it is not there. */
function valueOf(text: string, series: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

function statusWith(headers: Record<string, string>, at = host): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${at.url}/metrics`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.once('error', reject);
    sent.end();
  });
}

describe('the metrics', () => {
  it('count what took place and what was refused, and how it was committed', async () => {
    const before = await metrics();
    const id = await startPartnership(host, { pack: 'basis' });
    expect((await fire(host, id, EVENT, sampleData('stappenplan-2020', EVENT))).status).toBe(200);
    expect((await fire(host, id, 'bestaatNiet')).status).toBe(422);
    const after = await metrics();
    const grown = (name: string) => (valueOf(after, name) ?? NaN) - (valueOf(before, name) ?? NaN);
    expect(grown('samenwerkt_transitions_accepted_total')).toBe(2);
    expect(grown('samenwerkt_transitions_refused_total')).toBe(1);
    expect(grown('samenwerkt_ledger_commits_total')).toBeGreaterThanOrEqual(2);
    expect(grown('samenwerkt_ledger_committed_work_total')).toBeGreaterThanOrEqual(
      grown('samenwerkt_ledger_commits_total'),
    );
    expect(valueOf(after, 'samenwerkt_ledger_waiting')).toBe(0);
    expect(valueOf(after, 'samenwerkt_ledger_up')).toBe(1);
  });

  it('count requests under their route: no id, name, search or made-up address is in a label', async () => {
    const id = await startPartnership(host, { pack: 'basis' });
    await get(host, `/partnerships/${id}`);
    await get(host, `/partnerships?q=${SECRET}`);
    await get(host, `/${SECRET}`);
    const text = await metrics();
    const count = (method: string, route: string, status: number) =>
      valueOf(
        text,
        `samenwerkt_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`,
      );
    expect(count('GET', '/api/v1/partnerships/:id', 200)).toBeGreaterThanOrEqual(1);
    expect(count('POST', '/api/v1/partnerships', 201)).toBeGreaterThanOrEqual(1);
    expect(count('GET', 'none', 404)).toBeGreaterThanOrEqual(1);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(id);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('say how delivery stands, from the process that looks what is due, and how the process does', async () => {
    await until('it has looked', async () => valueOf(await metrics(), 'samenwerkt_scan_age_seconds') !== undefined);
    const text = await metrics();
    for (const name of ['reminders_late', 'reminders_late_seconds', 'reminders_dead', 'queue_waiting', 'scan_requeued'])
      expect([name, valueOf(text, `samenwerkt_${name}`)]).toEqual([name, expect.any(Number)]);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('are for this machine, unless it is said that whoever reaches it may read them', async () => {
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ 'x-forwarded-for': '10.0.0.9' })).toBe(403);
    const open = await startHost(data.folder, { METRICS: 'open' });
    expect(await statusWith({ 'x-forwarded-for': '10.0.0.9' }, open)).toBe(200);
    await stopHost(open);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startChromium } from './chromium.js';
import { find, ProgramMissing } from './program.js';
import { freshDatabase, startPostgres } from './postgres.js';
import { startRedis } from './redis.js';

describe('a server for tests', () => {
  it('is a real PostgreSQL with databases of its own, gone when it is stopped', async () => {
    const server = await startPostgres();
    const url = await freshDatabase(server.url, 'een_test');
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('SELECT current_database() AS name');
    expect(rows).toEqual([{ name: 'een_test' }]);
    await client.end();
    await server.stop();
    await expect(new Client({ connectionString: url }).connect()).rejects.toThrow();
  }, 120_000);

  it('is a real Redis that starts again on the port it had', async () => {
    const first = await startRedis();
    const port = Number(new URL(first.url).port);
    await first.stop();
    const second = await startRedis({ port });
    expect(second.url).toBe(first.url);
    await second.stop();
  }, 120_000);

  it('is a real Chromium that takes the DevTools protocol, and needs no server around it', async () => {
    const browser = await startChromium();
    const { Browser: name } = (await (await fetch(`${browser.url}/json/version`)).json()) as { Browser: string };
    expect(name).toMatch(/chrome/i);
    await browser.stop();
    await expect(fetch(`${browser.url}/json/version`)).rejects.toThrow();
  }, 120_000);

  it('that is not there and that nobody can install says what to do', () => {
    const nowhere = {
      name: 'nergens-server',
      folders: [],
      debian: 'nergens-server',
      brew: 'nergens',
      setting: 'TEST_NERGENS_URL',
    };
    expect(() => find(nowhere)).toThrow(ProgramMissing);
    expect(() => find(nowhere)).toThrow(/apt-get install nergens-server[^]*brew install nergens[^]*TEST_NERGENS_URL/);
  }, 120_000);
});

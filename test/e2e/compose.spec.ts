import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../support/host.js';

interface ComposeFile {
  readonly services: Readonly<Record<string, Service | undefined>>;
  readonly volumes: object;
}

interface Service {
  readonly build?: string;
  readonly command?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
}

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as ComposeFile;
const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
const service = (name: string): Service => compose.services[name] ?? {};

describe('the several processes of docker-compose.yml', () => {
  it('are one that answers and one that sends, on the same database and the same Redis', () => {
    expect(Object.keys(compose.services)).toEqual(['host', 'worker', 'postgres', 'redis', 'mail']);
    const [host, worker] = [service('host'), service('worker')];
    expect([host.environment?.['ROLE'], worker.environment?.['ROLE']]).toEqual(['api', 'worker']);
    for (const setting of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL'])
      expect(worker.environment?.[setting]).toBe(host.environment?.[setting]);
    for (const setting of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL'])
      expect(Object.keys(compose.services)).toContain(new URL(host.environment?.[setting] ?? '').hostname);
  });

  it('wait for servers that say when they are ready', () => {
    for (const name of ['host', 'worker'])
      for (const [needed, { condition }] of Object.entries(service(name).depends_on ?? {})) {
        expect(condition).toBe('service_healthy');
        expect(service(needed).healthcheck?.test.length).toBeGreaterThan(1);
      }
    expect(Object.keys(service('host').depends_on ?? {})).toEqual(['postgres', 'redis']);
  });

  it('have a Redis that keeps what it holds, also when it restarts', () => {
    expect(service('redis').command).toBe('redis-server --appendonly yes --maxmemory-policy noeviction');
    for (const name of ['postgres', 'redis'])
      expect(Object.keys(compose.volumes)).toContain(service(name).volumes?.[0]?.split(':')[0]);
  });

  it('can be reached from this machine only', () => {
    for (const { ports = [] } of Object.values(compose.services).map((one) => one ?? {}))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

describe('the Dockerfile', () => {
  it('runs what is there, on a Node that the program runs on', () => {
    const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
    expect(command[0]).toBe('node');
    expect(existsSync(join(ROOT, command[1] ?? 'nowhere'))).toBe(true);
    const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
      engines: { node: string };
    };
    expect(scripts['prepare']).toContain('build');
    expect(engines.node).toContain(`^${/^FROM node:(\d+)-/.exec(dockerfile)?.[1] ?? 'none'}.`);
  });
});

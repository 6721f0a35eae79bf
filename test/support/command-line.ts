import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { databaseOf } from './database.js';
import { ROOT } from './host.js';

/** What a run of `samenwerkt` gave. */
interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line on a folder of data, as its users do. */
export function samenwerkt(dataDir: string, ...args: string[]): Run {
  const run = spawnSync(process.execPath, [join(ROOT, 'apps/cli/bin/samenwerkt.js'), '--data-dir', dataDir, ...args], {
    env: { ...process.env, ...databaseOf(dataDir) },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

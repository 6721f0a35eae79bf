import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseOf } from './database.js';
import { addMember, type Member } from './people.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A host as its users run it: a process of its own, on a free port, with a folder of its own. */
export interface RunningHost {
  readonly url: string;
  readonly api: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** In whose name the tests ask, unless they say otherwise: somebody with every role. */
  readonly member: Member;
  /** Everything it printed so far. */
  output(): string;
}

/** A fresh folder for data; removed with `dispose`. */
export function temporaryFolder(): { folder: string; dispose(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-test-'));
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A test asks faster than any person: what is not about limits goes without. */
const UNLIMITED = { ACCOUNT_PER_MINUTE: '0', ADDRESS_PER_MINUTE: '0' };

/** Who asks, by folder: a host that starts again knows them still. */
const members = new Map<string, Promise<Member>>();

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Starts the host, waits until it says where it serves, and signs in. @throws when it ends before that, with what it printed */
export async function startHost(dataDir: string, environment: Record<string, string> = {}): Promise<RunningHost> {
  const host = await begun(dataDir, environment);
  const member = members.get(dataDir) ?? addMember(dataDir);
  members.set(dataDir, member);
  return { ...host, member: await member };
}

function begun(dataDir: string, environment: Record<string, string>): Promise<Omit<RunningHost, 'member'>> {
  const child = spawn(process.execPath, [join(ROOT, 'apps/host/dist/main.js')], {
    env: {
      ...process.env,
      ...databaseOf(dataDir),
      ...UNLIMITED,
      DATA_DIR: dataDir,
      PORT: '0',
      SEED: 'none',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails before it stops its host must not keep the run waiting, nor leave the host behind.
  child.unref();
  running.add(child);
  child.once('exit', () => running.delete(child));
  let printed = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /draait op (http:\/\/\S+)/.exec(printed)?.[1];
      if (url !== undefined) resolve({ url, api: `${url}/api/v1`, dataDir, process: child, output: () => printed });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code, signal) => reject(new Error(`host ended with ${code ?? signal}:\n${printed}`)));
  });
}

/** Ends the host with a signal and waits for it. */
export function stopHost({ process: child }: RunningHost, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

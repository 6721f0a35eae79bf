import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real server with throwaway data, on a free port of this machine. */
export interface Service {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** What it takes to run one. */
interface Recipe {
  readonly program: string;
  readonly args: readonly string[];
  readonly url: string;
  readonly folder: string;
  readonly options?: SpawnOptions;
  /** Whether it answers yet. */
  answers(): Promise<boolean>;
}

/** Longest that a server may take to answer, in milliseconds; a busy machine with a cold disk needs most of it. */
const PATIENCE = 60_000;

/** Runs a server and waits until it answers. @throws with what it printed when it ends, or does not answer in time */
export async function run({ program, args, url, folder, options, answers }: Recipe): Promise<Service> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let printed = '';
  const listen = (chunk: Buffer) => (printed = `${printed}${chunk.toString()}`.slice(-20_000));
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  // The tests may be stopped by hand: the server must not outlive them.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    await ended(child);
    // What a browser started beside itself may write for a moment longer.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const until = Date.now() + PATIENCE;
  while (!(await answers())) {
    if (child.exitCode === null && child.signalCode === null && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    await stop();
    throw new Error(`${program} does not answer at ${url}:\n${printed}`);
  }
  return { url, process: child, stop };
}

/** Ends a process and waits for it; at once when it does not listen. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    // SIGINT: what PostgreSQL calls a fast shutdown, and what Redis takes as well.
    child.kill('SIGINT');
  });
}

/** A port that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** A folder for the data of a server, of the user it runs as. */
export function dataFolder(name: string, owner?: { uid: number; gid: number }): string {
  const folder = mkdtempSync(join(tmpdir(), `samenwerkt-${name}-`));
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

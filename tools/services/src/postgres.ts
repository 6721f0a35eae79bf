import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { find, type Program } from './program.js';
import { dataFolder, freePort, run, type Service } from './service.js';

const POSTGRES: Program = {
  name: 'postgres',
  folders: [
    '/usr/lib/postgresql/*/bin',
    '/opt/homebrew/opt/postgresql*/bin',
    '/usr/local/opt/postgresql*/bin',
    '/usr/pgsql-*/bin',
  ],
  debian: 'postgresql',
  brew: 'postgresql',
  setting: 'TEST_DATABASE_URL',
};

/** As servers are made by default: `lower` knows every letter, and not only those of ASCII. macOS has no C.UTF-8. */
const LETTERS = `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`;

/** Starts a PostgreSQL server of its own. @throws ProgramMissing */
export async function startPostgres(): Promise<Service> {
  const program = find(POSTGRES);
  const owner = ownerOf();
  const folder = dataFolder('postgres', owner);
  const port = await freePort();
  const cluster = join(folder, 'data');
  execFileSync(
    join(dirname(program), 'initdb'),
    ['-D', cluster, '-U', 'samenwerkt', '-A', 'trust', '-E', 'UTF8', '--locale=C', LETTERS, '--no-sync'],
    { ...owner, stdio: 'pipe' },
  );
  const url = `postgres://samenwerkt@127.0.0.1:${port}/postgres`;
  return run({
    program,
    // Throwaway data: a test kills processes, never the power, and fsync would only wear out the disk.
    args: [
      '-D',
      cluster,
      '-p',
      `${port}`,
      '-k',
      folder,
      '-h',
      '127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    url,
    folder,
    options: { ...owner },
    answers: () => answers(url),
  });
}

/**
 * An empty database on a server; what it held before is gone.
 * @returns its address
 */
export async function freshDatabase(server: string, name: string): Promise<string> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function ownerOf(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

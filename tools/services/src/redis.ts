import { connect } from 'node:net';
import { find, type Program } from './program.js';
import { dataFolder, freePort, run, type Service } from './service.js';

const REDIS: Program = {
  name: 'redis-server',
  folders: ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/homebrew/opt/redis*/bin'],
  debian: 'redis-server',
  brew: 'redis',
  setting: 'TEST_REDIS_URL',
};

/** How to start one. */
interface RedisOptions {
  /** Port to use; a free one otherwise. A test that stops Redis starts it again where it was. */
  readonly port?: number;
  readonly maxmemoryPolicy?: string;
}

/** Starts a Redis server of its own, that keeps nothing on disk. @throws ProgramMissing */
export async function startRedis({ port, maxmemoryPolicy = 'noeviction' }: RedisOptions = {}): Promise<Service> {
  const program = find(REDIS);
  const folder = dataFolder('redis');
  const chosen = port ?? (await freePort());
  return run({
    program,
    args: [
      ...['--port', `${chosen}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
      ...['--maxmemory-policy', maxmemoryPolicy],
    ],
    url: `redis://127.0.0.1:${chosen}`,
    folder,
    answers: () => pong(chosen),
  });
}

function pong(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(2000);
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => finish(data.toString().startsWith('+PONG')));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}

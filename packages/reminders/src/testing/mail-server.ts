import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { CERTIFICATE, KEY } from './certificate.js';

/** A mail that came in, with what the server knows of its way. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly raw: string;
}

/** A mail server that runs. */
export interface MailServer {
  readonly port: number;
  readonly received: Received[];
  /** Connections that are open now. */
  open(): number;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of this machine. Options change what it takes and refuses. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    cert: CERTIFICATE,
    key: KEY,
    onAuth: ({ username }, _session, callback) => callback(null, { user: username }),
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          secure: session.secure === true,
          user: typeof session.user === 'string' ? session.user : undefined,
          raw: Buffer.concat(parts).toString('utf8'),
        });
        callback(null, 'queued as 42');
      });
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that leaves without a word
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: portOf(server.server),
    received,
    open: () => server.connections.size,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** An error that the server answers a command with. */
export function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A server that does what `talk` says with every connection, so that it can do what a good one never would. */
export async function rawServer(talk: (socket: Socket) => void): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    talk(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: portOf(server),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

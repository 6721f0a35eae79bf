import { connect } from 'node:net';

/**
 * One keep-alive connection that sends a request when the answer to the one before has come. Bare sockets, so that the
 * client takes as little as possible of the two cores it shares with the server.
 */
export class Connection {
  #socket;
  #headers;
  #received = Buffer.alloc(0);
  #waiting;

  /** @param headers that every request carries, by name */
  static open(port, headers) {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () =>
        resolve(new Connection(socket, { host: `127.0.0.1:${port}`, ...headers })),
      );
      socket.setNoDelay(true).once('error', reject);
    });
  }

  constructor(socket, headers) {
    this.#socket = socket;
    this.#headers = Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
  }

  /** Sends a POST and gives status and body; the body is not parsed. */
  post(path, body) {
    const length = Buffer.byteLength(body);
    return this.#send(`POST ${path}`, `content-type: application/json\r\ncontent-length: ${length}\r\n`, body);
  }

  /** Sends a GET and gives status and body; the body is not parsed. */
  get(path) {
    return this.#send(`GET ${path}`, '', '');
  }

  #send(what, more, body) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`${what} HTTP/1.1\r\n${this.#headers}${more}\r\n${body}`);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #read(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.toString('utf8', end + 4);
    this.#received = Buffer.alloc(0);
    this.#waiting.resolve({ status: Number(head.slice(9, 12)), body });
  }
}

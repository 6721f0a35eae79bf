import { connect } from 'node:net';

/**
 * One keep-alive connection that sends a request when the answer to the one before has come. Bare sockets, so that the
 * client takes as little as possible of the two cores it shares with the server.
 */
export class Connection {
  #socket;
  #host;
  #token;
  #received = Buffer.alloc(0);
  #waiting;

  /** @param token API token that every request carries */
  static open(port, token) {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket, `127.0.0.1:${port}`, token)));
      socket.setNoDelay(true).once('error', reject);
    });
  }

  constructor(socket, host, token) {
    this.#socket = socket;
    this.#host = host;
    this.#token = token;
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
  }

  /** Sends a POST and gives status and body; the body is not parsed. */
  post(path, body) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\nauthorization: Bearer ${this.#token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
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

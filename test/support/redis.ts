import { connect } from 'node:net';

/** Has a Redis do one thing, apart from the product: `FLUSHALL`, `DEL key`. @returns its answer as it comes over the line */
export function redisDoes(url: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject);
    socket.once('data', (answer: Buffer) => {
      socket.destroy();
      resolve(answer.toString());
    });
  });
}

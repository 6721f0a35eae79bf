import { createHash } from 'node:crypto';

/**
 * SHA-256 (hex) of files, whatever order they came in. Lengths go before path and content, so that text cannot move
 * from one file to another unnoticed.
 * @param files path → text with line ends as `\n`
 */
export function digestOf(files: Iterable<readonly [string, string]>): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${Buffer.byteLength(path)} ${Buffer.byteLength(text)}\n${path}${text}`);
  }
  return hash.digest('hex');
}

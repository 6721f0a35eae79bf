import { MOST_ARCHIVE_BYTES } from './archive-limits.js';
import { PackArchiveRefused } from './archive-refused.js';
import { readTar } from './tar-read.js';
import { readZip } from './zip-read.js';

/**
 * Reads an archive that anybody may have made: a tar.gz or a zip, whatever it is called. Nothing is written, and no more
 * is inflated than a pack may be. When everything is in one folder, as programs with windows make it, that folder is the
 * pack.
 * @returns path within the pack → text, for `loadPolicy`; whether it is a good pack is for that to say
 * @throws PackArchiveRefused with the reason
 */
export function readPackArchive(bytes: Uint8Array): Map<string, string> {
  if (bytes.length > MOST_ARCHIVE_BYTES) throw new PackArchiveRefused('too-large');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unfolded(readTar(bytes));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unfolded(readZip(bytes));
  throw new PackArchiveRefused('not-an-archive');
}

function unfolded(files: Map<string, string>): Map<string, string> {
  const manifest = [...files.keys()].find((path) => /^[^/]+\/pack\.yaml$/.test(path));
  if (files.has('pack.yaml') || manifest === undefined) return files;
  const folder = manifest.slice(0, -'pack.yaml'.length);
  if (![...files.keys()].every((path) => path.startsWith(folder))) return files;
  return new Map([...files].map(([path, text]) => [path.slice(folder.length), text]));
}

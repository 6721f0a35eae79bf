import { posix } from 'node:path';
import { openZip, type ZipFile } from '../packs/zip-read.js';
import { WorkbookRefused } from './workbook-refused.js';
import { hear } from './xml.js';

/** All parts that are read together, unpacked, in bytes: 50,000 contracts take some 40 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A part that another part names (ECMA-376 part 2, 9.3). */
interface Relation {
  readonly id: string;
  /** Last step of its type, such as `worksheet`: the rest differs between the two editions of the standard. */
  readonly kind: string;
  /** Path within the zip. */
  readonly path: string;
}

/** The parts of a workbook, each unpacked when it is asked for. */
export class Parts {
  private readonly files: ReadonlyMap<string, ZipFile>;
  private read = 0;

  /** @throws PackArchiveRefused when it is no zip */
  constructor(bytes: Uint8Array) {
    // Names differ in case between what names a part and the part itself.
    this.files = new Map(openZip(bytes).map((file) => [file.path.toLowerCase(), file]));
  }

  /** @throws WorkbookRefused when it is not there, or is more than is read in all */
  bytes(path: string): Uint8Array {
    const file = this.files.get(path.toLowerCase());
    if (!file) throw new WorkbookRefused();
    this.read += file.size;
    if (this.read > MOST_BYTES) throw new WorkbookRefused('too-large');
    return file.content();
  }

  /** What a part names. @param path of the part; empty for the workbook as a whole */
  relations(path: string): Relation[] {
    const { dir, base } = posix.parse(path);
    const found: Relation[] = [];
    hear(this.bytes(posix.join(dir, '_rels', `${base}.rels`)), {
      open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
        if (name !== 'Relationship') return;
        const inZip = target.startsWith('/') ? target.slice(1) : posix.join(dir, target);
        found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), path: inZip });
      },
    });
    return found;
  }
}

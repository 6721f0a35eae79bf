import { MOST_BYTES, MOST_FILES } from './archive-limits.js';
import { PackArchiveRefused } from './archive-refused.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How the archives begin that could be hidden in one; the mark of a tar stands further on. */
const MARKS = ['PK\u0003\u0004', 'PK\u0005\u0006', '\u001f\u008b', '7z\u00bc\u00af', 'BZh', '\u00fd7zXZ', 'Rar!'];
const TAR_MARK_AT = 257;

/** The files of an archive that anybody may have made, whatever its kind; what no pack has is refused as it comes. */
export class ArchiveFiles {
  /** Path within the archive → text. */
  readonly texts = new Map<string, string>();
  private readonly taken = new Set<string>();
  private bytes = 0;

  /**
   * Looks at a file before its content is.
   * @param size bytes that the archive says it has
   * @throws PackArchiveRefused when it leads out of the pack, is there already, or is more than a pack has
   */
  announce(path: string, size: number): void {
    const name = within(path);
    this.bytes += size;
    if (this.taken.size >= MOST_FILES) throw new PackArchiveRefused('too-many-files');
    if (this.bytes > MOST_BYTES) throw new PackArchiveRefused('too-large');
    const key = name.normalize('NFC').toLowerCase();
    if (this.taken.has(key)) throw new PackArchiveRefused('name-double', name);
    this.taken.add(key);
  }

  /** Takes the content of a file that was announced. @throws PackArchiveRefused when it is no text */
  add(path: string, content: Uint8Array): void {
    const name = within(path);
    if (isArchive(content)) throw new PackArchiveRefused('archive-within', name);
    this.texts.set(name, textOf(content, name));
  }
}

/** A name as it stands in an archive. @throws PackArchiveRefused when it is not UTF-8 */
export function nameOf(bytes: Uint8Array): string {
  return textOf(bytes, Buffer.from(bytes).toString('latin1'));
}

/** Letters, digits and marks, in steps that lead further in; a leading `./`, as tar itself writes, is left out. */
function within(path: string): string {
  const name = path.replace(/^\.\//, '');
  const unsafe = name.split('/').some((step) => step === '' || step === '.' || step === '..');
  // A colon makes a drive or a stream of it on Windows; the others are control characters.
  if (unsafe || /[\\:\p{C}\p{Zl}\p{Zp}]/u.test(name)) throw new PackArchiveRefused('path-unsafe', path);
  return name;
}

function isArchive(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const start = bytes.toString('latin1', 0, 8);
  const tarMark = bytes.toString('latin1', TAR_MARK_AT, TAR_MARK_AT + 5);
  return tarMark === 'ustar' || MARKS.some((mark) => start.startsWith(mark));
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new PackArchiveRefused('not-utf-8', path);
  }
}

/** A pack never has more files than this. */
export const MOST_FILES = 2000;
/** All files of a pack together, in bytes. */
export const MOST_BYTES = 4 * 1024 * 1024;
/** Everything in a tar archive comes in blocks of this size. */
export const BLOCK = 512;

/** A tar with room for all files, and for a header and an incomplete block each. */
export const MOST_TAR_BYTES = MOST_BYTES + (2 * MOST_FILES + 64) * BLOCK;
/** An archive of a pack, in bytes. Archives that we make ourselves are stored, not compressed, and so hardly smaller than the tar. */
export const MOST_ARCHIVE_BYTES = MOST_TAR_BYTES + 64 * 1024;
/** A zip is never more than this many times smaller than what is in it; text is some five times, a bomb a thousand. */
export const MOST_RATIO = 100;

/** Where each field of a ustar header stands: offset and length in bytes. */
export const FIELD = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 5],
  version: [263, 2],
  deviceMajor: [329, 8],
  deviceMinor: [337, 8],
  prefix: [345, 155],
} as const;

/** Sum of the bytes of a header, its own checksum counted as spaces. */
export function checksumOf(header: Uint8Array): number {
  const [from, length] = FIELD.checksum;
  return header.reduce((sum, byte, i) => sum + (i >= from && i < from + length ? 0x20 : byte), 0);
}

/** A pack never has more files than this. */
export const MOST_FILES = 2000;
/** All files of a pack together, in bytes. */
export const MOST_BYTES = 4 * 1024 * 1024;
/** Everything in a tar archive comes in blocks of this size. */
export const BLOCK = 512;

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

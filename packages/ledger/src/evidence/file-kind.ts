/** The kinds of files that are kept, with the bytes that each begins with. */
const KINDS = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
} as const;

/** What a file of evidence can be. */
export type FileKind = keyof typeof KINDS;

export const FILE_KINDS = Object.keys(KINDS) as readonly FileKind[];

/** What a file is by its content, whatever somebody calls it; undefined when it is nothing that is kept. */
export function kindOf(content: Uint8Array): FileKind | undefined {
  return FILE_KINDS.find((kind) => KINDS[kind].every((byte, index) => content[index] === byte));
}

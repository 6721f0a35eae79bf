import { problem, wholeFile, type CellProblem } from './cell-problem.js';

/** How the bytes of an export are to be read. */
export type Encoding = 'utf-8' | 'windows-1252';

/** The file as text, or why it cannot be. */
type Decoded = { readonly text: string } | { readonly problem: CellProblem };

/**
 * The letters of Windows-1252 at 0x80-0x9F, where it differs from Latin-1. Written out because some versions of Node
 * read this range as Latin-1 and would turn the apostrophe of an Office program into an invisible character. The five
 * bytes without a letter stay control characters, which the cell checks refuse.
 */
const windowsLetters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Reads the bytes in the encoding asked for; refuses a file that is plainly in another one. */
export function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  if (isUtf16(bytes)) return { problem: problem('encoding-utf16', wholeFile) };
  const offending = firstOutsideUtf8(bytes);
  if (encoding === 'utf-8') {
    if (offending !== undefined) return { problem: notUtf8(bytes, offending) };
    return { text: utf8(bytes) };
  }
  const beyondAscii = bytes.some((byte) => byte >= 0x80);
  // Accented Windows-1252 that is valid UTF-8 by accident does not occur in words; UTF-8 read as Windows-1252 does.
  if (offending === undefined && beyondAscii) return { problem: problem('encoding-is-utf8', wholeFile) };
  return { text: windows1252(bytes) };
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Without the byte order mark, if there is one. */
function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
}

function windows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (letter) => windowsLetters.charAt(letter.charCodeAt(0) - 0x80));
}

function notUtf8(bytes: Uint8Array, index: number): CellProblem {
  const before = utf8(bytes.subarray(0, index));
  const lines = before.split(/\r\n|\r|\n/);
  const current = lines.at(-1) ?? '';
  const place = { line: lines.length, column: current.split(/[;,\t]/).length, header: '', value: '' };
  const byte = `0x${(bytes[index] ?? 0).toString(16).toUpperCase()}`;
  return problem('encoding-not-utf8', place, { position: current.length + 1, byte });
}

/** Index of the first byte that UTF-8 does not allow (RFC 3629, section 4), or undefined. */
function firstOutsideUtf8(bytes: Uint8Array): number | undefined {
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return undefined;
}

/** What may follow each first byte: how many bytes in all, and the bounds of the second. */
const sequences = [
  { from: 0xc2, to: 0xdf, length: 2, low: 0x80, high: 0xbf },
  { from: 0xe0, to: 0xe0, length: 3, low: 0xa0, high: 0xbf },
  { from: 0xe1, to: 0xec, length: 3, low: 0x80, high: 0xbf },
  { from: 0xed, to: 0xed, length: 3, low: 0x80, high: 0x9f },
  { from: 0xee, to: 0xef, length: 3, low: 0x80, high: 0xbf },
  { from: 0xf0, to: 0xf0, length: 4, low: 0x90, high: 0xbf },
  { from: 0xf1, to: 0xf3, length: 4, low: 0x80, high: 0xbf },
  { from: 0xf4, to: 0xf4, length: 4, low: 0x80, high: 0x8f },
];

/** Length of the valid sequence that starts here; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  const sequence = sequences.find(({ from, to }) => first >= from && first <= to);
  if (sequence === undefined) return 0;
  for (let offset = 1; offset < sequence.length; offset += 1) {
    const [low, high] = offset === 1 ? [sequence.low, sequence.high] : [0x80, 0xbf];
    const byte = bytes[index + offset];
    if (byte === undefined || byte < low || byte > high) return 0;
  }
  return sequence.length;
}

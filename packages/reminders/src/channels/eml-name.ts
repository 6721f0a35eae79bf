/** `20260701T070000123Z_<message id, as in an address>.eml`: names sort by moment, and then by id. */
const written = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z_(.+)\.eml$/;

/**
 * The file of a message.
 * @param at moment in UTC with milliseconds
 * @param messageId with its angle brackets
 */
export function fileNameOf(at: string, messageId: string): string {
  return `${at.replace(/[-:.]/g, '')}_${encoded(messageId)}.eml`;
}

/** Where the message is written before it has its name: always the same, so that a crash leaves at most one of them. */
export function partNameOf(messageId: string): string {
  return `.${encoded(messageId)}.part`;
}

/** Whether it is a file of this folder's mail, and not half a one or somebody else's. */
export function isMailFile(file: string): boolean {
  return written.test(file);
}

/** The message id with its angle brackets; undefined for another file. */
export function idOfFile(file: string): string | undefined {
  const id = written.exec(file)?.[8];
  if (id === undefined) return undefined;
  try {
    return `<${decodeURIComponent(id)}>`;
  } catch {
    return undefined; // not a name of ours
  }
}

/** The moment in UTC at which it was written. */
export function momentOfFile(file: string): string {
  return file.replace(/_.*$/s, '').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z');
}

/** Ids differ → names differ, and none leads out of the folder. `*` and `|` are signs no Windows file can have. */
function encoded(messageId: string): string {
  return encodeURIComponent(messageId.slice(1, -1)).replace(/%40/g, '@').replace(/\*/g, '%2A');
}

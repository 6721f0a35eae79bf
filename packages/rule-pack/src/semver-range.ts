const caret = /^\^(\d+)\.(\d+)\.(\d+)$/;
const exact = /^(\d+)\.(\d+)\.(\d+)$/;

/** Whether a version falls in a caret range: not below it, and equal to it up to its first number that is not 0. */
export function satisfies(version: string, range: string): boolean {
  const has = exact.exec(version)?.slice(1).map(Number);
  const wants = caret.exec(range)?.slice(1).map(Number);
  if (!has || !wants) return false;
  const first = wants.findIndex((part) => part > 0);
  const fixed = first === -1 ? wants.length : first + 1;
  if (wants.slice(0, fixed).some((part, i) => part !== has[i])) return false;
  const different = wants.findIndex((part, i) => part !== has[i]);
  return different === -1 || (has[different] ?? 0) > (wants[different] ?? 0);
}

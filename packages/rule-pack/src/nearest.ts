/** How many letters two words differ (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

const furthest = 3;
const longest = 120;

/**
 * The known name that is spelled most like the given one, when it is close enough to be what was meant.
 * @param known names to choose from
 */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  if (given.length > longest) return undefined;
  const allowed = Math.min(furthest, Math.floor(given.length / 3));
  let best: { readonly name: string; readonly away: number } | undefined;
  for (const name of known) {
    if (Math.abs(name.length - given.length) > allowed) continue;
    const away = distance(given, name);
    if (away <= allowed && away < (best?.away ?? Infinity)) best = { name, away };
  }
  return best?.name;
}

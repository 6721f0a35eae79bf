/** What an address may hold behind its question mark: these texts, each of which may be absent. */
export function textsOf<Name extends string>(...names: readonly Name[]) {
  return (given: Record<string, unknown>): { [Key in Name]?: string } => {
    const found: { [Key in Name]?: string } = {};
    for (const name of names) {
      const value = given[name];
      if (typeof value === 'string' && value !== '') found[name] = value;
      else if (typeof value === 'number') found[name] = String(value);
    }
    return found;
  };
}

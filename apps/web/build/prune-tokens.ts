import { type Plugin } from 'vite';

/** A design token of the theme: `--name:value;`, where a value may hold quoted `data:` addresses with semicolons. */
const DECLARATION = /(--[\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;{}"'])*)(;|(?=\}))/g;
const USE = /var\(\s*(--[\w-]+)/g;

/** Leaves out the tokens that nothing uses: a whole theme is 200 kB, and these screens use a tenth of it. */
export function pruneTokens(): Plugin {
  return {
    name: 'samenwerkt:prune-tokens',
    generateBundle(_options, bundle) {
      const sheets = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? [file] : [],
      );
      const scripts = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
      const all = sheets.map(({ source }) => String(source)).join('\n');
      const used = usedTokens(all, scripts.join('\n'));
      for (const sheet of sheets)
        sheet.source = String(sheet.source).replace(DECLARATION, (whole, name: string) =>
          used.has(name) ? whole : '',
        );
    },
  };
}

/** Names that a rule or a script uses, and those that the values of these use in turn. */
function usedTokens(css: string, scripts: string): ReadonlySet<string> {
  const values = new Map<string, string[]>();
  const rules = css.replace(DECLARATION, (_whole, name: string, value: string) => {
    values.set(name, [...(values.get(name) ?? []), value]);
    return '';
  });
  const used = new Set<string>();
  const visit = (text: string) => {
    for (const [, name = ''] of text.matchAll(USE)) {
      if (used.has(name)) continue;
      used.add(name);
      values.get(name)?.forEach(visit);
    }
  };
  visit(rules);
  for (const [name] of scripts.matchAll(/--[a-z][\w-]+/g)) visit(`var(${name})`);
  return used;
}

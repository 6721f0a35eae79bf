import { type Language } from '../../http/language.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that was made here; anything else that is put into a page is text, and is written as such. */
export class Html {
  constructor(readonly markup: string) {}
}

/** HTML with values in it: text stays text, whatever somebody called themselves. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  return new Html(
    parts.map((part, index) => part + (index < values.length ? shown(values[index] ?? '') : '')).join(''),
  );
}

function shown(value: string | Html | readonly Html[]): string {
  if (value instanceof Html) return value.markup;
  if (typeof value !== 'string') return value.map(({ markup }) => markup).join('\n');
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A whole page. It works without scripts, and loads nothing but its own style sheet. */
export function page(language: Language, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Samenwerkt</title>
        <link rel="stylesheet" href="/aanmelden/stijl.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.markup;
}

/** The style sheet of every page. */
export const STYLE = `body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0 }
main { max-width: 34rem; margin: 2rem auto; padding: 0 1rem }
label { display: block; font-weight: 600; margin-top: 1rem }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 1px solid #595959; border-radius: .25rem }
button { font: inherit; margin-top: 1rem; padding: .5rem 1rem; color: #fff; background: #154273; border: 2px solid #154273; border-radius: .25rem; cursor: pointer }
button:hover { background: #0b2a4a }
.knop { display: inline-block; padding: .5rem 1rem; color: #154273; border: 2px solid #154273; border-radius: .25rem; text-decoration: none }
.codes { font-family: ui-monospace, monospace; columns: 2; padding-left: 1.5rem }
code { overflow-wrap: anywhere }
:focus-visible { outline: 3px solid #b35900; outline-offset: 2px }
.melding { border-left: .4rem solid #a3271f; background: #fdf0ef; padding: .75rem 1rem }
.goed { border-left: .4rem solid #1c6b34; background: #eef7f0; padding: .75rem 1rem }
.demo { border: .2rem dashed #8a5a00; background: #fff7e5; padding: 0 1rem 1rem; margin-top: 2rem }
.rollen { display: flex; flex-wrap: wrap; gap: .5rem }
.rollen button { margin: 0; color: #1a1a1a; background: #fff; border-color: #8a5a00 }
.rollen button:hover { background: #ffecc2 }
`;

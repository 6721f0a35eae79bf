import { CST, Lexer } from 'yaml';

/** Something in the text that is refused before the document is built. */
interface Refusal {
  readonly offset: number;
  readonly code: string;
  readonly nl: string;
  readonly en: string;
}

/** Deepest nesting a file may have. */
export const deepest = 20;

const refused: Readonly<Record<string, Omit<Refusal, 'offset'>>> = {
  'directive-line': {
    code: 'yaml-directive',
    nl: 'Aanwijzingen (%YAML) zijn niet toegestaan; pakketten zijn altijd YAML 1.2.',
    en: 'Directives (%YAML) are not allowed; packs are always YAML 1.2.',
  },
  anchor: {
    code: 'yaml-anchor',
    nl: 'Ankers (&naam) zijn niet toegestaan; schrijf de waarde voluit.',
    en: 'Anchors (&name) are not allowed; write the value in full.',
  },
  alias: {
    code: 'yaml-alias',
    nl: 'Verwijzingen (*naam) zijn niet toegestaan; schrijf de waarde voluit.',
    en: 'Aliases (*name) are not allowed; write the value in full.',
  },
  tag: {
    code: 'yaml-tag',
    nl: 'Tags (!naam) zijn niet toegestaan; laat de tag weg.',
    en: 'Tags (!name) are not allowed; leave the tag out.',
  },
};

export const tooDeep: Omit<Refusal, 'offset'> = {
  code: 'too-deep',
  nl: `Dit bestand is dieper genest dan ${deepest} niveaus; maak het platter.`,
  en: `This file is nested deeper than ${deepest} levels; make it flatter.`,
};

/** Far above what a large pack needs; building costs some 15 µs a token. */
const mostTokens = 40_000;

const tooMany: Omit<Refusal, 'offset'> = {
  code: 'too-complex',
  nl: 'Dit bestand heeft te veel onderdelen; splits het.',
  en: 'This file has too many parts; split it.',
};

/** Tokens that the lexer adds itself; they take no room in the text. */
const added = new Set(['doc-mode', 'flow-error-end', 'scalar']);
const opens = new Set(['flow-map-start', 'flow-seq-start']);
const closes = new Set(['flow-map-end', 'flow-seq-end']);
const indents = new Set(['seq-item-ind', 'explicit-key-ind']);

/**
 * Looks through the tokens of a YAML text for what makes building it dangerous: references (which can multiply), tags,
 * directives (which change what values mean), and brackets or dashes nested so deep that the parser would run out of stack.
 * @returns the refusals in order; nesting is reported once
 */
export function guard(text: string): Refusal[] {
  const found: Refusal[] = [];
  let offset = 0;
  let depth = 0;
  let indicators = 0;
  let tokens = 0;
  let scalarNext = false;
  for (const token of new Lexer().lex(text)) {
    const type: string = scalarNext ? 'text' : (CST.tokenType(token) ?? 'text');
    scalarNext = type === 'scalar';
    const refusal = refused[type];
    if (refusal) found.push({ offset, ...refusal });
    if (opens.has(type)) depth++;
    if (closes.has(type)) depth--;
    if (indents.has(type)) indicators++;
    if (type === 'newline') indicators = 0;
    if (depth > deepest || indicators > deepest) return [...found, { offset, ...tooDeep }];
    if (++tokens > mostTokens) return [...found, { offset, ...tooMany }];
    if (!added.has(type)) offset += token.length;
  }
  return found;
}

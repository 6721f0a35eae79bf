import { CST, Lexer } from 'yaml';

const deepest = 20;
const widestIndent = 4 * deepest;
/** Tokens the lexer adds itself; they take no room in the text. */
const added = new Set(['doc-mode', 'flow-error-end', 'scalar']);

/**
 * The first line on which a text is nested deeper than any case is, or undefined. Asked before the text is parsed: a few
 * thousand brackets or dashes in a row exhaust the parser's stack, and with it the process.
 */
export function tooDeepAt(text: string): number | undefined {
  let line = 1;
  let brackets = 0;
  let indicators = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'newline') indicators = 0;
    if (type === 'flow-map-start' || type === 'flow-seq-start') brackets += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') brackets -= 1;
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') indicators += 1;
    const indent = type === 'space' ? token.length : 0;
    if (brackets > deepest || indicators > deepest || indent > widestIndent) return line;
    if (type !== null && !added.has(type)) line += token.split('\n').length - 1;
  }
  return undefined;
}

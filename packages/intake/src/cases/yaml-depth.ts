import { CST, Lexer } from 'yaml';

const deepest = 20;
const widestIndent = 4 * deepest;

/**
 * The first line on which a text is nested deeper than any case is, or undefined. Asked before the text is parsed: a few
 * thousand brackets or dashes in a row exhaust the parser's stack, and with it the process.
 */
export function tooDeepAt(text: string): number | undefined {
  let line = 1;
  let brackets = 0;
  let indicators = 0;
  let content = false;
  for (const token of new Lexer().lex(text)) {
    // The token after this mark is the text of a value; it may begin with anything, also with spaces or a bracket.
    const type: string | null = content ? 'content' : CST.tokenType(token);
    content = type === 'scalar';
    if (type === 'newline') indicators = 0;
    if (type === 'flow-map-start' || type === 'flow-seq-start') brackets += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') brackets -= 1;
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') indicators += 1;
    const indent = type === 'space' ? token.length : 0;
    if (brackets > deepest || indicators > deepest || indent > widestIndent) return line;
    line += token.split('\n').length - 1;
  }
  return undefined;
}

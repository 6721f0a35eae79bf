/** Text in which `%`, `_` and `\` mean themselves, for `LIKE … ESCAPE '\'`. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** A place as a person counts it: both from 1; a column is one character as an editor shows it (surrogate pairs count once). */
export type Place = { readonly line: number; readonly column: number };

export function placeOf(text: string, offset: number): Place {
  const upTo = Math.min(offset, text.length);
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < upTo; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  let column = 1;
  for (let at = lineStart; at < upTo; column++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return { line, column };
}

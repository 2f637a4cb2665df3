/** FEEL grammar rules 28–30 (DMN 1.5 §10.3.1.2): which characters a name may start with and hold. */
const startRanges: readonly (readonly [number, number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x5f, 0x5f],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
];

/** Unicode blanks and the byte order mark, besides the ASCII ones (rule 62, 63). */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isNameStart(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
  if (isBlank(code)) return false;
  return startRanges.some(([from, to]) => code >= from && code <= to);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isNamePart(code: number): boolean {
  if (isNameStart(code) || isDigit(code)) return true;
  return code === 0xb7 || (code >= 0x300 && code <= 0x36f) || (code >= 0x203f && code <= 0x2040);
}

/**
 * What a Chinese keyboard gives where FEEL wants a sign. By the letter of rule 28 these are name characters; no official
 * means them as such, so outside DMN models they are read as the sign, with a problem that names the right one.
 */
export const fullWidthSigns: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['。', '.'],
  ['、', ','],
  ['：', ':'],
  ['（', '('],
  ['）', ')'],
  ['【', '['],
  ['】', ']'],
  ['［', '['],
  ['］', ']'],
  ['｛', '{'],
  ['｝', '}'],
  ['＝', '='],
  ['＜', '<'],
  ['＞', '>'],
  ['＋', '+'],
  ['－', '-'],
  ['＊', '*'],
  ['／', '/'],
  ['×', '*'],
  ['÷', '/'],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['！', '!'],
  ['？', '?'],
]);

import { findBlock } from './unicode-blocks.ts';

const nameStart =
  '_:A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const sets: Readonly<Record<string, string>> = {
  i: nameStart,
  c: `${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040`,
  w: '\\p{L}\\p{M}\\p{N}\\p{S}',
  d: '\\p{Nd}',
  // XPath's blanks are the four of XML.
  s: ' \\t\\n\\r',
};
const singleEscapes = new Set([...'nrt\\|.?*+(){}-[]^$']);

export type ClassSource = { readonly source: string; readonly end: number };

/** An escape that stands for characters, from its backslash on, as the inside of a JavaScript class; null where it is none. */
export function readClassEscape(written: string, at: number): (ClassSource & { isNegated: boolean }) | null {
  const next = written[at + 1] ?? '';
  const lower = next.toLowerCase();
  if (singleEscapes.has(next)) {
    return { source: /[nrt]/.test(next) ? `\\${next}` : escapeCharacter(next), end: at + 2, isNegated: false };
  }
  if (lower === 'p') return readProperty(written, at, next === 'P');
  const set = Object.hasOwn(sets, lower) ? sets[lower] : undefined;
  return set === undefined ? null : { source: set, end: at + 2, isNegated: next !== lower };
}

function readProperty(written: string, at: number, isNegated: boolean): (ClassSource & { isNegated: boolean }) | null {
  const close = written.indexOf('}', at);
  if (written[at + 2] !== '{' || close === -1) return null;
  const name = written.slice(at + 3, close);
  const block = name.startsWith('Is') ? findBlock(name.slice(2)) : undefined;
  if (block !== undefined) return { source: block, end: close + 1, isNegated };
  const isCategory = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/.test(name);
  return isCategory ? { source: `\\p{${name}}`, end: close + 1, isNegated } : null;
}

export function escapeCharacter(character: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character;
}

/**
 * A class `[…]` from its bracket on, as JavaScript that matches one character; null where XPath has no such class.
 * `[a-z-[aeiou]]` is what is in the first and not in the second.
 */
export function readClass(written: string, start: number): ClassSource | null {
  let at = start + 1;
  const isNegated = written[at] === '^';
  if (isNegated) at++;
  const options: string[] = [];
  let plain = '';
  let without = '';
  for (let isFirst = true; ; isFirst = false) {
    const character = String.fromCodePoint(written.codePointAt(at) ?? 0);
    if (at >= written.length) return null;
    if (character === ']') {
      if (isFirst) return null;
      break;
    }
    if (character === '-' && written[at + 1] === '[') {
      const taken = readClass(written, at + 1);
      if (!taken || written[taken.end] !== ']') return null;
      without = `(?!${taken.source})`;
      at = taken.end;
      continue;
    }
    if (character === '[') return null;
    if (character === '\\') {
      const escaped = readClassEscape(written, at);
      if (!escaped) return null;
      if (escaped.isNegated) options.push(`[^${escaped.source}]`);
      else plain += escaped.source;
      at = escaped.end;
    } else {
      plain += character === '-' ? (isRangeDash(written, at, isFirst) ? '-' : '\\-') : escapeCharacter(character);
      at += character.length;
    }
  }
  if (plain !== '') options.push(`[${plain}]`);
  const any = `(?:${options.join('|')})`;
  const source = isNegated ? `(?:(?!${any})[^])` : any;
  return { source: `(?:${without}${source})`, end: at + 1 };
}

/** A dash between two characters is a range; first, last or before a subtraction it is itself. */
function isRangeDash(written: string, at: number, isFirst: boolean): boolean {
  const next = written[at + 1];
  return !isFirst && next !== ']' && next !== undefined && !/\\[pPsSdDwWiIcC]$/.test(written.slice(0, at).slice(-2));
}

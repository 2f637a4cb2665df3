// Tells code from comments and strings without a compiler: TypeScript 7 offers no API to ask. Each answer is as long as
// the text it came from, so that a position found in one names the same place in the others.
import type { SourceFile } from './tree.ts';

export type Parts = {
  /** The text with comments and the insides of strings blanked; quotes stay. */
  readonly code: string;
  /** Only the comments. */
  readonly comments: string;
  /** Only the insides of strings and templates; what stands in `${}` is code. */
  readonly strings: string;
};

type Kind = 'code' | 'comment' | 'string';

// A slash after one of these begins a regular expression; after a name, a number or a bracket it divides or closes a tag.
const beforeRegExp = /(?:^|=>|[(,=:[!&|?;+*%~^{-]|\b(?:return|typeof|case|in|of))\s*$/;
const regExp = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

function classify(text: string): Kind[] {
  const kinds = new Array<Kind>(text.length).fill('code');
  const mark = (from: number, to: number, kind: Kind) => kinds.fill(kind, from, to);
  // The braces open inside each `${` we are in; at zero a closing brace returns to the template.
  const holes: number[] = [];
  let at = 0;

  /** From the inside of a template to its end or its next hole. */
  function readTemplate(from: number): number {
    for (let i = from; i < text.length; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '`') {
        mark(from, i, 'string');
        return i + 1;
      } else if (text[i] === '$' && text[i + 1] === '{') {
        mark(from, i, 'string');
        holes.push(0);
        return i + 2;
      }
    }
    mark(from, text.length, 'string');
    return text.length;
  }

  /** A quoted string ends at its quote, or, being an apostrophe in prose between tags, nowhere. */
  function readString(from: number, quote: string): number {
    for (let i = from; i < text.length && text[i] !== '\n'; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === quote) {
        mark(from, i, 'string');
        return i + 1;
      }
    }
    return from;
  }

  function readComment(from: number): number {
    const end = text[from + 1] === '/' ? text.indexOf('\n', from) : text.indexOf('*/', from + 2) + 2;
    const to = end <= 1 ? text.length : end;
    mark(from, to, 'comment');
    return to;
  }

  while (at < text.length) {
    const char = text[at] as string;
    const next = text[at + 1];
    if (char === '/' && (next === '/' || next === '*')) at = readComment(at);
    else if (char === "'" || char === '"') at = readString(at + 1, char);
    else if (char === '`') at = readTemplate(at + 1);
    else if (char === '/' && beforeRegExp.test(text.slice(Math.max(0, at - 12), at))) {
      regExp.lastIndex = at;
      const found = regExp.exec(text);
      if (found) mark(at + 1, at + found[0].length, 'string');
      at += found?.[0].length ?? 1;
    } else if (char === '}' && holes.at(-1) === 0) {
      holes.pop();
      at = readTemplate(at + 1);
    } else {
      const depth = holes.at(-1);
      if (depth !== undefined && char === '{') holes[holes.length - 1] = depth + 1;
      else if (depth !== undefined && char === '}') holes[holes.length - 1] = depth - 1;
      at++;
    }
  }
  return kinds;
}

const known = new WeakMap<SourceFile, Parts>();

/** The three layers of a TypeScript file. Remembered, as several guards ask for the same file. */
export function partsOf(file: SourceFile): Parts {
  const found = known.get(file);
  if (found) return found;
  const kinds = classify(file.text);
  const keep = (kind: Kind) => {
    const chars = new Array<string>(kinds.length);
    for (let i = 0; i < kinds.length; i++) {
      const char = file.text[i] as string;
      chars[i] = kinds[i] === kind || char === '\n' ? char : ' ';
    }
    return chars.join('');
  };
  const parts = { code: keep('code'), comments: keep('comment'), strings: keep('string') };
  known.set(file, parts);
  return parts;
}

/** SQL with comments and the insides of quoted values blanked, of the same length. */
export function sqlOf(text: string): string {
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (part) => part.replace(/[^\n]/g, ' '));
}

export type Import = { readonly specifier: string; readonly index: number };

/** Everything a file imports, re-exports or loads by a literal name. */
export function importsOf(file: SourceFile): Import[] {
  const { code } = partsOf(file);
  return [...code.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])( *)\1/g)].map((match) => {
    const length = (match[2] as string).length;
    const index = match.index + match[0].length - 1 - length;
    return { specifier: file.text.slice(index, index + length), index };
  });
}

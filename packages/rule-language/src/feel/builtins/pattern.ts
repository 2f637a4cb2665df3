/** A regular expression of XPath as JavaScript runs it; undefined where it is no valid one. Kept, since texts repeat them. */
export function findPattern(written: string, flags: string, extra = ''): RegExp | undefined {
  const key = `${extra}/${flags}/${written}`;
  if (kept.has(key)) {
    const pattern = kept.get(key);
    if (pattern) pattern.lastIndex = 0;
    return pattern;
  }
  const pattern = build(written, flags, extra);
  if (kept.size > 500) kept.clear();
  kept.set(key, pattern);
  return pattern;
}

const kept = new Map<string, RegExp | undefined>();

function build(written: string, flags: string, extra: string): RegExp | undefined {
  if (!/^[smixq]*$/.test(flags) || written.length > 2_000 || isCostly(written)) return undefined;
  const own = [...new Set(flags)].filter((flag) => 'smi'.includes(flag)).join('');
  const source = flags.includes('q')
    ? escapeAll(written)
    : translate(flags.includes('x') ? withoutBlanks(written) : written);
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, `u${own}${extra}`);
  } catch {
    return undefined;
  }
}

/** A repeated group that itself repeats can take time without end on a text of forty letters: such a pattern is refused. */
function isCostly(written: string): boolean {
  return (
    /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\d*\})/.test(written) &&
    /\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*]/.test(written)
  );
}

function escapeAll(written: string): string {
  return written.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Flag x: blanks outside of character classes do not count. */
function withoutBlanks(written: string): string {
  let out = '';
  let depth = 0;
  for (let at = 0; at < written.length; at++) {
    const character = written[at] ?? '';
    if (character === '\\') {
      out += character + (written[++at] ?? '');
      continue;
    }
    if (character === '[') depth++;
    if (character === ']') depth--;
    if (depth > 0 || !/\s/.test(character)) out += character;
  }
  return out;
}

const nameStart =
  '_:A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const nameRest = `${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040`;
const classEscapes: Readonly<Record<string, string>> = {
  i: nameStart,
  c: nameRest,
  d: '\\p{Nd}',
  w: '\\p{L}\\p{M}\\p{N}\\p{S}',
};
const asciiEscapes = new Set([
  'n',
  'r',
  't',
  '\\',
  '|',
  '.',
  '?',
  '*',
  '+',
  '(',
  ')',
  '{',
  '}',
  '-',
  '[',
  ']',
  '^',
  '$',
  '/',
]);

/** Rewrites what XPath and JavaScript say differently; undefined for what XPath does not have. */
function translate(written: string): string | undefined {
  let out = '';
  let inClass = false;
  for (let at = 0; at < written.length; at++) {
    const character = written[at] ?? '';
    if (character === '\\') {
      const next = written[++at] ?? '';
      const escaped = escapeOf(next, inClass);
      if (escaped !== undefined) out += escaped;
      else if ((next === 'p' || next === 'P') && written[at + 1] === '{') {
        const end = written.indexOf('}', at);
        if (end === -1) return undefined;
        out += `\\${next}{${written.slice(at + 2, end).replace(/^Is/, 'Script=')}}`;
        at = end;
      } else if (/[1-9]/.test(next) && !inClass) out += `\\${next}`;
      else return undefined;
    } else if (inClass && character === '[') {
      return undefined;
    } else {
      if (character === '[') inClass = true;
      if (character === ']') inClass = false;
      // XPath 2.0 has no groups that look around or are not kept, besides (?:
      if (character === '(' && written[at + 1] === '?' && written[at + 2] !== ':') return undefined;
      out += character;
    }
  }
  return out;
}

function escapeOf(next: string, inClass: boolean): string | undefined {
  if (asciiEscapes.has(next)) return next === '-' && !inClass ? '-' : `\\${next}`;
  if (next === 's' || next === 'S') return inClass && next === 'S' ? '\\S' : next === 's' ? '\\s' : '\\S';
  const lower = next.toLowerCase();
  if (!Object.hasOwn(classEscapes, lower)) return undefined;
  if (lower === 'd') return next === 'd' ? '\\p{Nd}' : '\\P{Nd}';
  const set = classEscapes[lower] ?? '';
  if (next === lower) return inClass ? set : `[${set}]`;
  return inClass ? undefined : `[^${set}]`;
}

import type { ParsedPattern, PatternNode } from './nodes.ts';
import { parsePattern } from './parse-pattern.ts';

/** Where a match lies and what its groups hold (group 0 is the whole); indices count characters. */
export type Match = { readonly start: number; readonly end: number; readonly groups: readonly (string | undefined)[] };

/** The pattern needs more work on this text than is allowed. */
export class PatternTooCostly extends Error {}

/**
 * Steps all searches through one text may take together, and for each of its characters. JavaScript's own expressions have no
 * such limit: `(a|a)*$` would stop the house for years, and `a*b|a` walks a long text again from each of its letters.
 */
const mostSteps = 500_000;
const mostStepsEach = 20;
type Next = (at: number) => boolean;

/** A compiled pattern. It tries as other engines do (first alternative, longest repeat first), counting its steps. */
export class Pattern {
  readonly #parsed: ParsedPattern;

  constructor(parsed: ParsedPattern) {
    this.#parsed = parsed;
  }

  test(text: string): boolean {
    return this.#search(new Attempt([...text], this.#parsed), 0) !== null;
  }

  /** All matches from left to right that do not overlap. Undefined where the pattern matches the empty text. */
  matches(characters: readonly string[]): readonly Match[] | undefined {
    if (this.#search(new Attempt([], this.#parsed), 0)) return undefined;
    const attempt = new Attempt(characters, this.#parsed);
    const found: Match[] = [];
    for (let from = 0; from <= characters.length; ) {
      const match = this.#search(attempt, from);
      if (!match) break;
      found.push(match);
      from = match.end > match.start ? match.end : match.end + 1;
    }
    return found;
  }

  #search(attempt: Attempt, from: number): Match | null {
    const { characters } = attempt;
    for (let start = from; start <= characters.length; start++) {
      const end = attempt.matchAt(this.#parsed.root, start);
      if (end === null) continue;
      const slice = (range: readonly [number, number] | undefined) => range && characters.slice(...range).join('');
      const groups = Array.from({ length: this.#parsed.groups }, (_, index) => slice(attempt.groups[index + 1]));
      return { start, end, groups: [slice([start, end]), ...groups] };
    }
    return null;
  }
}

class Attempt {
  groups: (readonly [number, number] | undefined)[] = [];
  readonly characters: readonly string[];
  readonly #parsed: ParsedPattern;
  readonly #most: number;
  #steps = 0;

  constructor(characters: readonly string[], parsed: ParsedPattern) {
    this.characters = characters;
    this.#parsed = parsed;
    this.#most = mostSteps + mostStepsEach * characters.length;
  }

  matchAt(root: PatternNode, start: number): number | null {
    this.groups = [];
    let end: number | null = null;
    const isMatch = this.#try(root, start, (at) => {
      end = at;
      return true;
    });
    return isMatch ? end : null;
  }

  #try(node: PatternNode, at: number, next: Next): boolean {
    if (++this.#steps > this.#most) throw new PatternTooCostly();
    switch (node.kind) {
      case 'one':
        return at < this.characters.length && node.test(this.characters[at] ?? '') && next(at + 1);
      case 'line-start':
        return (at === 0 || (this.#parsed.flags.multiline && this.characters[at - 1] === '\n')) && next(at);
      case 'line-end': {
        const isEnd = at === this.characters.length;
        return (isEnd || (this.#parsed.flags.multiline && this.characters[at] === '\n')) && next(at);
      }
      case 'sequence':
        return this.#sequence(node.parts, 0, at, next);
      case 'choice':
        return node.options.some((option) => this.#try(option, at, next));
      case 'group':
        return this.#group(node.index, node.inner, at, next);
      case 'repeat':
        if (node.inner.kind === 'one') return this.#run(node, node.inner.test, at, next);
        return this.#repeat(node, 0, at, next);
      case 'reference':
        return this.#reference(node.index, at, next);
    }
  }

  #sequence(parts: readonly PatternNode[], index: number, at: number, next: Next): boolean {
    const part = parts[index];
    return part ? this.#try(part, at, (end) => this.#sequence(parts, index + 1, end, next)) : next(at);
  }

  #group(index: number, inner: PatternNode, at: number, next: Next): boolean {
    if (index === 0) return this.#try(inner, at, next);
    const before = this.groups[index];
    const isMatch = this.#try(inner, at, (end) => {
      const own = this.groups[index];
      this.groups[index] = [at, end];
      if (next(end)) return true;
      this.groups[index] = own;
      return false;
    });
    if (!isMatch) this.groups[index] = before;
    return isMatch;
  }

  /** A repeated single character needs no stack: the longest run first (or the shortest), then one less (or more). */
  #run(node: PatternNode & { kind: 'repeat' }, test: (character: string) => boolean, at: number, next: Next): boolean {
    let longest = 0;
    const limit = Math.min(node.most, this.characters.length - at);
    while (longest < limit && test(this.characters[at + longest] ?? '')) longest++;
    this.#steps += longest;
    if (longest < node.least) return false;
    if (node.isLazy) {
      for (let count = node.least; count <= longest; count++) if (this.#counted(next, at + count)) return true;
      return false;
    }
    for (let count = longest; count >= node.least; count--) if (this.#counted(next, at + count)) return true;
    return false;
  }

  #counted(next: Next, at: number): boolean {
    if (++this.#steps > this.#most) throw new PatternTooCostly();
    return next(at);
  }

  #repeat(node: PatternNode & { kind: 'repeat' }, count: number, at: number, next: Next): boolean {
    const more = () =>
      count < node.most &&
      this.#try(node.inner, at, (end) => {
        // A round that took nothing would go on for ever.
        if (end === at && count >= node.least) return false;
        return this.#repeat(node, end === at ? node.least : count + 1, end, next);
      });
    if (count < node.least) return more();
    return node.isLazy ? next(at) || more() : more() || next(at);
  }

  #reference(index: number, at: number, next: Next): boolean {
    const range = this.groups[index];
    if (!range) return next(at);
    const same = (a: string | undefined, b: string | undefined) =>
      a === b || (this.#parsed.flags.ignoreCase && a?.toLowerCase() === b?.toLowerCase());
    const length = range[1] - range[0];
    for (let offset = 0; offset < length; offset++) {
      if (!same(this.characters[at + offset], this.characters[range[0] + offset])) return false;
    }
    return next(at + length);
  }
}

const kept = new Map<string, Pattern | undefined>();

/** A pattern of XPath with its flags; undefined where it is no valid one. Kept, since texts repeat them. */
export function findPattern(written: string, flags: string): Pattern | undefined {
  const key = `${flags}/${written}`;
  if (kept.has(key)) return kept.get(key);
  const parsed = parsePattern(written, flags);
  const pattern = parsed && new Pattern(parsed);
  if (kept.size > 500) kept.clear();
  kept.set(key, pattern);
  return pattern;
}

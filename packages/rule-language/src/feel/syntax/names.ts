import { isBlank, isNamePart } from './characters.ts';
import { tokenise } from './lexer.ts';
import type { Token } from './token.ts';

type Branch = { readonly next: Map<string, Branch>; name: string | null };
type Match = { readonly count: number; readonly name: string };

/**
 * The names known at a place. FEEL names may hold blanks and `+ - * / ' .`, so `人均-收入` is a name where it is known and a
 * subtraction where it is not (§10.3.1.2): the longest known name wins. Scopes nest as loops, functions and contexts do.
 */
export class NameScope {
  readonly #root: Branch = { next: new Map(), name: null };
  readonly #parent: NameScope | null;

  constructor(names: Iterable<string>, parent: NameScope | null = null) {
    this.#parent = parent;
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    let branch = this.#root;
    for (const token of tokenise(name, 'model').tokens) {
      if (token.kind === 'end') break;
      let next = branch.next.get(token.text);
      if (!next) {
        next = { next: new Map(), name: null };
        branch.next.set(token.text, next);
      }
      branch = next;
    }
    branch.name = name;
  }

  /** The longest known name the tokens from `at` on spell, as it was declared; null where none starts. */
  longestFrom(tokens: readonly Token[], at: number): Match | null {
    let best = this.#parent?.longestFrom(tokens, at) ?? null;
    let branch: Branch | undefined = this.#root;
    for (let count = 0; ; ) {
      const token = tokens[at + count];
      if (!token || token.kind === 'string' || token.kind === 'end') return best;
      branch = branch.next.get(token.text);
      if (!branch) return best;
      count++;
      if (branch.name !== null && count >= (best?.count ?? 0)) best = { count, name: branch.name };
    }
  }

  /** Every name of this scope and those around it, for "did you mean". */
  *all(): IterableIterator<string> {
    const open: Branch[] = [this.#root];
    for (let branch = open.pop(); branch; branch = open.pop()) {
      if (branch.name !== null) yield branch.name;
      open.push(...branch.next.values());
    }
    if (this.#parent) yield* this.#parent.all();
  }
}

const keywords = new Set(
  'if then else for some every return satisfies function external and or not in between instance of null true false'.split(
    ' ',
  ),
);

/** Whether a text can only be read right by one who knows the name: it holds a sign, a decimal or a word of the grammar. */
export function mustBeKnown(name: string): boolean {
  return tokenise(name, 'model').tokens.some(
    ({ kind, text }) => (kind === 'number' && !/^\d+$/.test(text)) || kind === 'sign' || keywords.has(text),
  );
}

/** One spelling for each name: blanks collapse to one space and vanish beside operator characters. */
export function spellName(written: string): string {
  let out = '';
  let hasBlank = false;
  for (const character of written.trim()) {
    const code = character.codePointAt(0) ?? 0;
    if (isBlank(code)) {
      hasBlank = true;
      continue;
    }
    const previous = out.at(-1);
    const isWord = isNamePart(code) || code === 0x3f;
    const isPreviousWord = previous !== undefined && !"+-*/'.".includes(previous);
    if (hasBlank && isWord && isPreviousWord) out += ' ';
    hasBlank = false;
    out += character;
  }
  return out;
}

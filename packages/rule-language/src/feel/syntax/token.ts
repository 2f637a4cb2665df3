import type { Problem } from '../problem.ts';

/** `name` is one word of a name (keywords too: only the parser knows which it is); `text` of a string is unescaped. */
export type Token = {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

export type Tokens = { readonly tokens: readonly Token[]; readonly problems: readonly Problem[] };

/** `model`: by the letter of DMN. `house`: Chinese full-width signs are read as signs, with a problem. */
export type Dialect = 'house' | 'model';

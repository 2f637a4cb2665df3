/** A regular expression of XPath (XQuery functions 5.6.1) as a tree. Characters are code points. */
export type PatternNode =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  | { readonly kind: 'line-start' }
  | { readonly kind: 'line-end' }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  /** `index` is 0 for a group that is not kept. */
  | { readonly kind: 'group'; readonly index: number; readonly inner: PatternNode }
  | {
      readonly kind: 'repeat';
      readonly inner: PatternNode;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    }
  | { readonly kind: 'reference'; readonly index: number };

export type PatternFlags = { readonly dotAll: boolean; readonly multiline: boolean; readonly ignoreCase: boolean };
export type ParsedPattern = { readonly root: PatternNode; readonly groups: number; readonly flags: PatternFlags };

/** The form language as far as the catalogue reads it; packages/forms checks and renders the whole. */
export type FormCondition =
  | { readonly all: readonly FormCondition[] }
  | { readonly any: readonly FormCondition[] }
  | { readonly not: FormCondition }
  | { readonly question: string };

export type FormQuestion = {
  readonly key: string;
  readonly kind: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly prefill?: string;
  readonly computed?: unknown;
  readonly questions?: readonly FormQuestion[];
};

export type FormDefinition = {
  readonly title: { readonly zh: string; readonly en: string };
  readonly sections: readonly {
    readonly key: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly questions: readonly FormQuestion[];
  }[];
};

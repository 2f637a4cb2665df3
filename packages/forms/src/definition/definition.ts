import type { Sentence } from '@zhengtong/standards';

/** A small condition over answers given earlier. In a group it speaks of questions of the same entry. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly question: string; readonly is: string | number | boolean }
  | { readonly question: string; readonly isOneOf: readonly (string | number)[] }
  | { readonly question: string; readonly includes: string }
  | { readonly question: string; readonly isAtLeast: number | string }
  | { readonly question: string; readonly isAtMost: number | string }
  | { readonly question: string; readonly isGiven: boolean };

/** A value the server works out from other answers. What is posted for it is never read. */
export type Formula =
  | { readonly sum: readonly string[] }
  | { readonly difference: readonly [string, string] }
  | { readonly product: readonly string[] }
  /** Entries of a group, or ticks of a many-choice question. */
  | { readonly count: string }
  /** Total of one number or amount over the entries of a group: `partners.shareFen`. */
  | { readonly sumOf: string }
  /** What an identity number says, so that it is not asked: of a question, or `applicant.idNumber`. */
  | { readonly bornOnOf: string }
  | { readonly sexOf: string }
  /** Whole years today since a date. */
  | { readonly ageOf: string }
  | { readonly join: readonly string[]; readonly with?: string };

export type ChoiceDefinition = { readonly value: string; readonly label: Sentence; readonly hint?: Sentence };

export const kindNames = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'period',
  'choice',
  'choices',
  'yes-no',
  'division',
  'address',
  'person',
  'firm',
  'identity-number',
  'bank-card',
  'phone',
  'email',
  'file',
  'group',
  'declaration',
] as const;

export type KindName = (typeof kindNames)[number];

/** The law that lets a question be asked: what no law needs is not asked (行政许可法 31). */
export type Basis = { readonly law: string; readonly article: string };

export type Question = {
  /** Unique in the form (in a group: in the group). The value is kept under it. */
  readonly key: string;
  readonly kind: KindName;
  readonly label: Sentence;
  readonly hint?: Sentence;
  /** True unless said otherwise: what is not needed should not be asked. */
  readonly required?: boolean;
  readonly when?: Condition;
  /** Where a known value may come from: `person.name`, `firm.creditCode`, `certificate.11…W001.number`. */
  readonly prefill?: string;
  readonly basis?: Basis;
  readonly computed?: Formula;
  /** choice, choices */
  readonly choices?: readonly ChoiceDefinition[];
  /** text, long-text: characters (code points). */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** text: a regular expression the whole text matches, and what to say when it does not. */
  readonly pattern?: string;
  readonly patternSay?: Sentence;
  /** number: the value; money: fen. */
  readonly min?: number;
  readonly max?: number;
  /** number: places after the point, 0 by default. */
  readonly decimals?: number;
  readonly unit?: Sentence;
  /** date, period: `2026-01-01`, `today`, `today+30d`, `today-18y`. */
  readonly earliest?: string;
  readonly latest?: string;
  readonly isBirthday?: boolean;
  /** division, address: a code the answer lies in. */
  readonly within?: string;
  /** division, address: how close the places offered may come; `township` by default. */
  readonly level?: 'county' | 'township' | 'village';
  /** person: of idNumber, phone, email (both first by default); firm: of legalRepresentative, phone, address. */
  readonly parts?: readonly string[];
  /** file: as in the `accept` attribute; group, choices, file: how many. */
  readonly accept?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** group */
  readonly questions?: readonly Question[];
  readonly itemLabel?: Sentence;
  /** declaration: what is declared, one sentence a line. */
  readonly statements?: readonly Sentence[];
};

export type Section = {
  readonly key: string;
  readonly title: Sentence;
  readonly intro?: Sentence;
  readonly when?: Condition;
  readonly questions: readonly Question[];
};

/** A form as the catalogue keeps it, written in YAML by people and pinned by version to a case. */
export type FormDefinition = {
  readonly title: Sentence;
  readonly sections: readonly Section[];
};

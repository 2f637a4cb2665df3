import type { CivilDate } from '@zhengtong/kernel';
import type { Sentence } from '@zhengtong/standards';
import type { Lang } from '@zhengtong/ui';
import type { ReactElement } from 'react';
import type { Question } from '../definition/definition.ts';

/** What a form post brings: names to texts, several where a name came more than once. */
export type PostBody = Readonly<Record<string, string | readonly string[] | undefined>>;

export type JsonSchema = Readonly<Record<string, unknown>> | boolean;

/** A file the person has sent, as `files` knows it. */
export type KnownFile = {
  readonly name: string;
  readonly size: string;
  readonly state: 'checking' | 'clean' | 'refused';
  /** What it is by its content: `application/pdf`. Without it the kind is not held against the question. */
  readonly mediaType?: string;
};

/** One that was there when the answers were filed and was erased since: what is said in its place. */
export type ErasedFile = { readonly state: 'erased'; readonly said: Sentence };

/** What checking and showing need from outside; all of it pure. */
export type FormContext = {
  readonly today: CivilDate;
  /** The day an answer is held against where that is not today: what was right when it was filed stays right. */
  readonly dayOf?: (key: string) => CivilDate;
  /** Areas of the demonstration city, taken as real where it is loaded. */
  readonly demoAreas?: readonly string[];
  /** Full name of a division, or undefined where there is none of that code. Without it only the shape is checked. */
  readonly findDivision?: (code: string) => string | undefined;
  /** The divisions to choose from inside one. Without it a code is typed. */
  readonly listDivisions?: (within: string) => readonly { readonly code: string; readonly name: string }[];
  /** The places right below one: towns of a county, villages of a town. Without it nothing closer is offered. */
  readonly listCloser?: (code: string) => readonly { readonly code: string; readonly name: string }[];
  /** A file of this person. Without it only the shape of its id is checked. */
  readonly findFile?: (id: string) => KnownFile | ErasedFile | undefined;
};

/** What is wrong with one answer. `path` leads into the answer (`idNumber`, `0.name`), empty for the whole. */
export type Fault = { readonly path: string; readonly kind: string; readonly say: Sentence };

/** A value, or what is wrong. A value beside faults never happens: half-right answers are not kept as right. */
export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export type KindFieldProps = {
  readonly question: Question;
  readonly id: string;
  readonly name: string;
  /** As typed in an earlier post, or a checked value: both are shown as a person would type them. */
  readonly typed: unknown;
  readonly faults: readonly Fault[];
  readonly source?: string | undefined;
  readonly isFixed?: boolean | undefined;
  /** Of an answer of several parts: where each known part came from, in words, and whether it is fixed. */
  readonly known?:
    | Readonly<Record<string, { readonly say: string | undefined; readonly isFixed: boolean }>>
    | undefined;
  /** Of a group: whether what does not apply to an entry stands there all the same, and what is new (`0.card`). */
  readonly entries?: { readonly showsAll: boolean; readonly newPaths: readonly string[] } | undefined;
  readonly isPageHeading?: boolean | undefined;
  readonly lang: Lang;
  readonly context: FormContext;
};

/** One kind of question: read a post, check, describe as JSON Schema, show as a field and as a line of a summary. */
export type Kind = {
  /** Said before the label when nothing is there: 请填写, 请选择, 请上传. */
  readonly asks: Sentence;
  /** Said instead when nothing is there, where that takes more than one verb. */
  readonly sayNone?: (question: Question) => Sentence;
  /** The label of a part of the answer, where it has several. */
  readonly labelOf?: (part: string, question: Question) => Sentence | undefined;
  /** What the post says about `name`; undefined where it says nothing at all. */
  readonly read: (post: PostBody, name: string, question: Question) => unknown;
  /** The names and texts a page would send for a checked value: the reverse of `read`. */
  readonly write: (value: unknown, name: string, question: Question) => readonly (readonly [string, string])[];
  /** Whether nothing has been answered. */
  readonly isEmpty: (typed: unknown, question: Question) => boolean;
  readonly check: (typed: unknown, question: Question, context: FormContext) => Checked;
  readonly schemaOf: (question: Question) => JsonSchema;
  readonly Field: (props: KindFieldProps) => ReactElement;
  /** One or more lines; each is a paragraph of its own. */
  readonly summarise: (value: unknown, question: Question, lang: Lang, context: FormContext) => readonly string[];
};

export const good = (value: unknown): Checked => ({ ok: true, value });

export const bad = (kind: string, zh: string, en: string, path = ''): Checked => ({
  ok: false,
  faults: [{ path, kind, say: { zh, en } }],
});

/** A refusal of `standards` as a fault: its sentence is already plain words. */
export const fromRefusal = (refusal: { readonly kind: string; readonly say: Sentence }, path = ''): Checked => ({
  ok: false,
  faults: [{ path, kind: refusal.kind, say: refusal.say }],
});

import type { Question } from '../definition/definition.ts';
import { type Checked, type Fault, type FormContext, good, type JsonSchema, type Kind, type PostBody } from './kind.ts';
import { isBlank, isRecord, partOf, readText, textOf } from './typed.ts';

/** One text of an answer that has several: how it is called, whether it may be left out, and how it is checked. */
export type Part = {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly isOptional?: boolean;
  readonly check: (typed: unknown, whole: unknown, question: Question, context: FormContext) => Checked;
  readonly schema: JsonSchema;
  /** Where a post says more than one text about it. */
  readonly read?: (post: PostBody, name: string) => string | undefined;
};

/** Checks every part and keeps the whole only when all are right; parts nobody asked for are not kept. */
export function checkParts(parts: readonly Part[], typed: unknown, question: Question, context: FormContext): Checked {
  const faults: Fault[] = [];
  const value: Record<string, unknown> = {};
  for (const part of parts) {
    const given = partOf(typed, part.key);
    if (isBlank(given)) {
      if (part.isOptional) continue;
      const say = { zh: `请填写${part.label.zh}。`, en: `Enter the ${part.label.en.toLowerCase()}.` };
      faults.push({ path: part.key, kind: 'missing', say });
      continue;
    }
    const checked = part.check(given, typed, question, context);
    if (checked.ok) value[part.key] = checked.value;
    else faults.push(...checked.faults.map((fault) => ({ ...fault, path: part.key })));
  }
  return faults.length > 0 ? { ok: false, faults } : good(value);
}

export const schemaOfParts = (parts: readonly Part[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(parts.map(({ key, schema }) => [key, schema])),
  required: parts.filter(({ isOptional }) => !isOptional).map(({ key }) => key),
  additionalProperties: false,
});

/** Reading and writing under `name.part`. A select that always sends something does not make an answer of itself. */
export const readingOfParts = (
  partsOf: (question: Question) => readonly Part[],
  preset: readonly string[] = [],
): Pick<Kind, 'labelOf' | 'read' | 'write' | 'isEmpty'> => ({
  labelOf: (part, question) => partsOf(question).find(({ key }) => key === part)?.label,
  read: (post, name, question) => {
    const texts = partsOf(question).map(({ key, read = readText }) => [key, read(post, `${name}.${key}`)] as const);
    if (texts.every(([, text]) => text === undefined)) return undefined;
    return Object.fromEntries(texts.map(([key, text]) => [key, text ?? '']));
  },
  write: (value, name, question) =>
    partsOf(question)
      .filter(({ key }) => partOf(value, key) !== undefined)
      .map(({ key }): [string, string] => [`${name}.${key}`, textOf(partOf(value, key))]),
  isEmpty: (typed) =>
    isRecord(typed)
      ? Object.entries(typed).every(([key, text]) => preset.includes(key) || isBlank(text))
      : isBlank(typed),
});

import { type Result, refuse } from '@zhengtong/kernel';
import type { Sentence } from '@zhengtong/standards';
import { isRecord, partOf } from '../kinds/typed.ts';
import type { FormDefinition, Question, Section } from './definition.ts';
import type { Problem } from './inspect.ts';
import { type Form, type FormWrong, loadForm } from './load.ts';

/**
 * A form from a JSON Schema 2020-12: one of ours comes back as the definition it was made from, one of others is asked
 * as its types and formats allow. What cannot be asked in plain words (oneOf, objects in objects) is told, not guessed.
 */
export function readSchema(schema: unknown): Result<Form, FormWrong> {
  const told = partOf(schema, 'x-form');
  if (isRecord(told)) return loadForm(restore(told, partOf(schema, 'properties')));
  const problems: Problem[] = [];
  const properties = partOf(schema, 'properties');
  if (!isRecord(properties))
    return refuse({
      kind: 'form-wrong',
      problems: [{ path: '', say: { zh: '没有 properties，无从提问', en: 'no properties' } }],
    });
  const questions = readProperties(schema, 'properties', problems, true);
  if (problems.length > 0) return refuse({ kind: 'form-wrong', problems });
  const title = words(schema, '表单', 'Form');
  return loadForm({ title, sections: [{ key: 'form', title, questions }] } satisfies FormDefinition);
}

function restore(told: object, properties: unknown): unknown {
  const sections = partOf(told, 'sections');
  if (!Array.isArray(sections)) return told;
  return {
    ...told,
    sections: sections.map((section: Section) => ({
      ...section,
      questions: (partOf(section, 'questions') as readonly string[]).map((key) =>
        partOf(partOf(properties, key), 'x-question'),
      ),
    })),
  };
}

/** Schemas have one language; where a Chinese reader and an English one need two, the same words must do. */
function words(schema: unknown, zh: string, en: string): Sentence {
  const title = partOf(schema, 'title');
  return typeof title === 'string' && title !== '' ? { zh: title, en: title } : { zh, en };
}

function readProperties(schema: unknown, path: string, problems: Problem[], mayGroup: boolean): Question[] {
  const required = partOf(schema, 'required');
  const needed = new Set<unknown>(Array.isArray(required) ? required : []);
  const properties = partOf(schema, 'properties');
  return Object.entries(isRecord(properties) ? properties : {}).flatMap(([key, property]) => {
    const asked = askFor(property, `${path}.${key}`, problems, mayGroup);
    if (!asked) return [];
    const hint = partOf(property, 'description');
    const said = typeof hint === 'string' && hint !== '' ? { hint: { zh: hint, en: hint } } : {};
    return [
      { key, label: words(property, key, key), ...said, ...(needed.has(key) ? {} : { required: false }), ...asked },
    ];
  });
}

type Asked = Omit<Question, 'key' | 'label'>;

function askFor(schema: unknown, path: string, problems: Problem[], mayGroup: boolean): Asked | undefined {
  const [type, format] = [partOf(schema, 'type'), partOf(schema, 'format')];
  const choices = choicesOf(schema);
  if (choices) return { kind: 'choice', choices };
  if (type === 'boolean') return { kind: 'yes-no' };
  if (type === 'integer' || type === 'number') return askNumber(schema, type);
  if (type === 'string' && format === 'date') return { kind: 'date' };
  if (type === 'string' && format === 'email') return { kind: 'email' };
  if (type === 'string') return askText(schema);
  const items = partOf(schema, 'items');
  const many = type === 'array' ? choicesOf(items) : undefined;
  const limits = pick(schema, ['minItems', 'maxItems']);
  if (many) return { kind: 'choices', choices: many, ...limits };
  if (type === 'array' && mayGroup && partOf(items, 'type') === 'object')
    return { kind: 'group', questions: readProperties(items, `${path}.items.properties`, problems, false), ...limits };
  problems.push({
    path,
    say: { zh: '这一项不能作为一个问题来问，请拆开', en: 'this cannot be asked as one question: take it apart' },
  });
  return undefined;
}

function choicesOf(schema: unknown) {
  const values = partOf(schema, 'enum');
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return undefined;
  return values.map((value) => ({ value, label: { zh: value, en: value } }));
}

const askNumber = (schema: unknown, type: 'integer' | 'number'): Asked => {
  const [min, max] = [partOf(schema, 'minimum'), partOf(schema, 'maximum')];
  return {
    kind: 'number',
    ...(type === 'number' ? { decimals: 9 } : {}),
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
  };
};

function askText(schema: unknown): Asked {
  const limits = pick(schema, ['minLength', 'maxLength']);
  const pattern = partOf(schema, 'pattern');
  // A pattern of JSON Schema may match anywhere in the text; ours matches the whole.
  const whole = typeof pattern === 'string' ? { pattern: `[^]*(?:${pattern})[^]*` } : {};
  return { kind: (limits.maxLength ?? 0) > 300 ? 'long-text' : 'text', ...limits, ...whole };
}

function pick(schema: unknown, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = partOf(schema, name);
      return typeof value === 'number' ? [[name, value]] : [];
    }),
  );
}

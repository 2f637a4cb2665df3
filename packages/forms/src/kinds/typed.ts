import { saidOf } from '@zhengtong/kernel';
import type { FieldProps } from '@zhengtong/ui';
import type { Fault, KindFieldProps, PostBody } from './kind.ts';

/** The text of one name; the first where it came twice. Own properties only: a body may come from a hostile parser. */
export function readText(post: PostBody, name: string): string | undefined {
  const found = Object.hasOwn(post, name) ? post[name] : undefined;
  return typeof found === 'string' ? found : found?.[0];
}

export function readTexts(post: PostBody, name: string): readonly string[] | undefined {
  const found = Object.hasOwn(post, name) ? post[name] : undefined;
  return typeof found === 'string' ? [found] : found;
}

export const isBlank = (typed: unknown): boolean =>
  typed === undefined || typed === null || (typeof typed === 'string' && saidOf(typed) === '');

/** Text as a field shows it: what was typed, or a checked value as a person would type it. */
export const textOf = (typed: unknown): string =>
  typeof typed === 'string' ? typed : typeof typed === 'number' || typeof typed === 'boolean' ? String(typed) : '';

export const isRecord = (typed: unknown): typed is Readonly<Record<string, unknown>> =>
  typeof typed === 'object' && typed !== null && !Array.isArray(typed);

/** One part of an answer of several parts; never what an object inherits. */
export const partOf = (typed: unknown, part: string): unknown =>
  isRecord(typed) && Object.hasOwn(typed, part) ? typed[part] : undefined;

const faultAt = (faults: readonly Fault[], path: string): Fault | undefined =>
  faults.find((fault) => fault.path === path);

/** The properties every field of `ui` takes, from those of a kind. */
export function fieldProps({
  question,
  id,
  name,
  typed,
  faults,
  source,
  isFixed,
  isPageHeading,
  lang,
}: KindFieldProps) {
  const unit = question.unit ? `${lang === 'zh' ? '单位：' : 'In '}${question.unit[lang]}` : undefined;
  const hint = [question.hint?.[lang], unit].filter((part) => part !== undefined).join(lang === 'zh' ? '。' : '. ');
  return {
    id,
    name,
    label: question.label[lang],
    hint: hint === '' ? undefined : hint,
    error: faultAt(faults, '')?.say[lang],
    value: textOf(typed),
    source,
    isDisabled: isFixed,
    isOptional: question.required === false,
    isPageHeading,
    lang,
  } satisfies FieldProps;
}

/** The properties of a part inside an answer of several parts: `applicant.idNumber`. */
export function partProps(
  props: KindFieldProps,
  part: string,
  label: { zh: string; en: string },
  isOptional = false,
): FieldProps {
  return {
    id: `${props.id}-${part}`,
    name: `${props.name}.${part}`,
    label: label[props.lang],
    error: faultAt(props.faults, part)?.say[props.lang],
    value: textOf(partOf(props.typed, part)),
    source: props.known?.[part]?.say,
    isDisabled: props.isFixed || props.known?.[part]?.isFixed,
    isOptional,
    lang: props.lang,
  };
}

/** The properties of the frame round several parts. */
export function frameProps(props: KindFieldProps) {
  const { value: _, name: __, isDisabled: ___, ...frame } = fieldProps(props);
  return frame;
}

import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import { summarise as numberLines } from '../identity-number/summary.tsx';
import { summarise as phoneLines } from '../phone/summary.tsx';
import { partOf, textOf } from '../typed.ts';
import { idKinds } from './check.ts';

export const summarise = (value: unknown, _: Question, lang: Lang): readonly string[] => {
  const kind = textOf(partOf(value, 'idKind')) as keyof typeof idKinds;
  const number = numberLines(partOf(value, 'idNumber'))[0];
  return [
    textOf(partOf(value, 'name')),
    number ? `${idKinds[kind]?.[lang] ?? ''} ${number}`.trim() : '',
    phoneLines(partOf(value, 'phone'))[0] ?? '',
    textOf(partOf(value, 'email')),
  ].filter((line) => line !== '');
};

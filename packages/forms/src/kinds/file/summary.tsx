import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import type { FormContext } from '../kind.ts';
import { fileIds } from './check.ts';

export const summarise = (value: unknown, _: Question, __: Lang, { findFile }: FormContext): readonly string[] =>
  fileIds(value).map((id) => {
    const file = findFile?.(id);
    return file ? [file.name, file.size && `(${file.size})`].filter(Boolean).join(' ') : id;
  });

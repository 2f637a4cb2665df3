import type { Lang } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import type { FormContext } from '../kind.ts';
import { fileIds } from './check.ts';

/** Files erased on one day are said once. */
export function summarise(value: unknown, _: Question, lang: Lang, { findFile }: FormContext): readonly string[] {
  const lines = fileIds(value).map((id) => {
    const file = findFile?.(id);
    if (file?.state === 'erased') return file.said[lang];
    return file ? [file.name, file.size && `(${file.size})`].filter(Boolean).join(' ') : id;
  });
  return [...new Set(lines)];
}

import type { MyCase } from '@zhengtong/cases';
import { saySource } from '@zhengtong/forms';
import type { Lang } from '@zhengtong/ui';

/** Which earlier applications files of a document were taken over from; nothing where all were uploaded for this one. */
export function sayFileSources({ files }: MyCase['materials'][number], lang: Lang): string | undefined {
  const said = new Set(files.flatMap(({ from }) => saySource(from, lang) ?? []));
  return said.size > 0 ? [...said].join(lang === 'zh' ? '；' : '; ') : undefined;
}

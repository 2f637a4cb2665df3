import type { Lang } from '../language.ts';

const endings: readonly (readonly [RegExp, string])[] = [
  [/jpe?g|image\/\*/, 'JPG'],
  [/png|image\/\*/, 'PNG'],
  [/pdf/, 'PDF'],
  [/ofd/, 'OFD'],
  [/docx|wordprocessingml/, 'Word'],
  [/xlsx|spreadsheetml/, 'Excel'],
];

/** What an `accept` list means to a person: "照片或扫描件（JPG、PNG、PDF）". Empty where the list names nothing we know. */
export function sayKinds(accept: string, lang: Lang = 'zh'): string {
  const known = endings.filter(([ending]) => ending.test(accept.toLowerCase())).map(([, word]) => word);
  if (known.length === 0) return '';
  const isPhoto = known.some((word) => word === 'JPG' || word === 'PNG');
  const isPaper = known.some((word) => word !== 'JPG' && word !== 'PNG');
  if (lang === 'en') {
    const what = isPhoto && isPaper ? 'A photo or a scan' : isPhoto ? 'A photo' : 'A file';
    return `${what} (${known.join(', ')})`;
  }
  return `${isPhoto && isPaper ? '照片或扫描件' : isPhoto ? '照片' : '电子文件'}（${known.join('、')}）`;
}

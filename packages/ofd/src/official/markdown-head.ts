import { findCivilDate, ok, type Result, refuse } from '@zhengtong/kernel';

/** `field` is the key concerned, or 正文, 标题, 表格 for what stands under the head. */
export type MarkdownRefusal = {
  readonly kind: 'document-incomplete';
  readonly field: string;
  readonly zh: string;
  readonly en: string;
};

export const no = (field: string, zh: string, en: string) =>
  refuse<MarkdownRefusal>({ kind: 'document-incomplete', field, zh, en });

/** Every key a head may have. */
const headKeys = [
  '格式',
  '文种',
  '发文机关',
  '发文机关标志',
  '发文字号',
  '签发人',
  '份号',
  '密级',
  '紧急程度',
  '主送机关',
  '成文日期',
  '署名',
  '印章',
  '附注',
  '抄送',
  '印发机关',
  '印发日期',
  '版记',
  '出席',
  '请假',
  '列席',
] as const;
export type HeadKey = (typeof headKeys)[number];
export type HeadFields = ReadonlyMap<HeadKey, string>;

const isKey = (name: string): name is HeadKey => headKeys.some((key) => key === name);

/**
 * The `键: 值` lines between two `---` at the beginning, and the text under them. A key nobody knows is refused, not
 * passed over: a mistyped 密级 must not print a secret document as an open one.
 */
export function splitHead(source: string): Result<{ fields: HeadFields; rest: string }, MarkdownRefusal> {
  const match = /^\s*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source);
  if (!match) {
    return no(
      '发文机关',
      '文件开头没有用两行“---”围起来的要素（发文机关、成文日期等）',
      'the file does not begin with a head (发文机关, 成文日期 …) between two lines of ---',
    );
  }
  const fields = new Map<HeadKey, string>();
  for (const [i, line] of (match[1] as string).split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = line.search(/[:：]/);
    const name = line.slice(0, Math.max(0, at)).trim();
    const where = `第${i + 2}行`;
    if (at < 1) return no(line.trim(), `${where}不是“键: 值”：${line.trim()}`, `line ${i + 2} is no "key: value"`);
    if (!isKey(name)) {
      const known = headKeys.join('、');
      return no(name, `${where}：不认识“${name}”；可用的有${known}`, `line ${i + 2}: no key is called ${name}`);
    }
    if (fields.has(name)) return no(name, `${where}：“${name}”写了两次`, `line ${i + 2}: ${name} stands twice`);
    const value = line.slice(at + 1).trim();
    if (value !== '') fields.set(name, value);
  }
  return ok({ fields, rest: source.slice(match[0].length) });
}

/** Names divided by `；` or `、`. */
export const listNames = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[；;、]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** Receivers divided by commas: `各县（市、区）人民政府，市政府各部门、各直属机构`. */
export const listReceivers = (text: string | undefined): string[] =>
  (text ?? '')
    .replace(/[：:。]$/, '')
    .split(/[，,]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** `2026-01-05` or `2026年1月5日`. */
export function findDate(text: string | undefined): string | undefined {
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text ?? '');
  const plain = chinese
    ? `${chinese[1]}-${chinese[2]?.padStart(2, '0')}-${chinese[3]?.padStart(2, '0')}`
    : (text ?? '');
  return findCivilDate(plain);
}

import type { At } from './problem.ts';

/** Words of the source with their place, so that every later complaint points at them. */
export type Said = { readonly text: string; readonly at: At };

/** What a rule text is made of before its words are understood. Markdown and YAML give the same. */
export type RawBlock = {
  readonly kind: BlockKind;
  readonly at: At;
  readonly name: Said;
  readonly fields: readonly (readonly [key: string, value: Said])[];
  readonly header: readonly Said[];
  readonly rows: readonly (readonly Said[])[];
  /** The expression after `=`. */
  readonly body: Said | null;
  /** Lines of an example or a claim. */
  readonly lines: readonly Said[];
};

export type RawArticle = {
  /** The heading: `第九条`, `《某办法》第三条`; empty for blocks before the first article. */
  readonly name: Said;
  /** The article's words, as quoted. */
  readonly quote: string;
  /** The digest the quote had when the rule was written, where stated. */
  readonly digest: Said | null;
  /** What the author says of the quote's proof-reading, where it is not word for word that of the law library. */
  readonly proof: Said | null;
  readonly blocks: readonly RawBlock[];
};

export type RawText = {
  readonly title: Said;
  readonly fields: readonly (readonly [key: string, value: Said])[];
  readonly articles: readonly RawArticle[];
};

export type BlockKind =
  | 'facts'
  | 'members'
  | 'parameter'
  | 'rule'
  | 'exception'
  | 'table'
  | 'discretion'
  | 'untranslatable'
  | 'example'
  | 'claim';

/** The word a block opens with, in Chinese (the one we print) and English. */
export const blockWords: Record<BlockKind, readonly [zh: string, en: string]> = {
  facts: ['事实', 'facts'],
  members: ['成员', 'members'],
  parameter: ['参数', 'parameter'],
  rule: ['规则', 'rule'],
  exception: ['例外', 'exception'],
  table: ['表', 'table'],
  discretion: ['裁量', 'discretion'],
  untranslatable: ['未转换', 'untranslatable'],
  example: ['例题', 'example'],
  claim: ['主张', 'claim'],
};

const word = (zh: string, en: string) => [zh, en] as const;
const unit = word('单位', 'unit');
const note = word('说明', 'note');
const from = word('生效', 'from');
const until = word('失效', 'until');
const rounding = word('舍入', 'rounding');
const atLeast = word('不低于', 'at least');
const atMost = word('不高于', 'at most');
const reason = word('理由', 'reason');
const type = word('类型', 'type');

/** The fields each block may carry; anything else is reported with the nearest of these. */
export const fieldWords: Record<BlockKind | 'text', readonly (readonly [zh: string, en: string])[]> = {
  text: [
    word('标识', 'id'),
    word('版本', 'version'),
    word('依据', 'under'),
    word('地区', 'region'),
    word('结果', 'outputs'),
    word('主管', 'authority'),
    note,
  ],
  facts: [note],
  members: [unit, note],
  parameter: [unit, word('按', 'by'), word('核对有效至', 'checked until'), word('核对', 'proof'), type, note],
  rule: [unit, rounding, atLeast, atMost, from, until, word('理由码', 'reason code'), type, note],
  exception: [word('当', 'when'), word('次序', 'rank'), word('标签', 'label'), from, until, note],
  table: [word('命中', 'hit'), word('缺省', 'default'), unit, rounding, from, until, type, note],
  discretion: [word('由', 'by'), type, unit, word('考虑', 'consider'), note],
  untranslatable: [reason, word('接受', 'accepted'), word('影响', 'affects'), note],
  example: [word('日期', 'date'), word('法律日期', 'law date'), word('出处', 'source'), note],
  claim: [word('范围', 'within'), reason, note],
};

/** The Chinese key for what was written in either language; undefined where the block has no such field. */
export function findField(kind: BlockKind | 'text', written: string): string | undefined {
  const wanted = written.trim().toLowerCase();
  return fieldWords[kind].find(([zh, en]) => zh === wanted || en === wanted)?.[0];
}

export function findBlockKind(written: string): BlockKind | undefined {
  const wanted = written.trim().toLowerCase();
  for (const [kind, [zh, en]] of Object.entries(blockWords)) {
    if (zh === wanted || en === wanted) return kind as BlockKind;
  }
  return undefined;
}

export const fieldOf = (block: { readonly fields: RawBlock['fields'] }, key: string): Said | undefined =>
  block.fields.find(([name]) => name === key)?.[1];

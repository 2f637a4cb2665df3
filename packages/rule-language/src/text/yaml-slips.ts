import type { ErrorCode } from 'yaml';

/** What the YAML reader found, for people who do not know YAML. */
export const yamlSlips: Record<ErrorCode, string> = {
  ALIAS_PROPS: '引用（*）上不能再加标记',
  BAD_ALIAS: '引用（*）的写法不对',
  BAD_DIRECTIVE: '以 % 开头的指令行写法不对',
  BAD_DQ_ESCAPE: '双引号里的 \\ 写法不对',
  BAD_INDENT: '缩进不对：同一层的行要对齐，下一层多空两格',
  BAD_PROP_ORDER: '标记的次序不对',
  BAD_SCALAR_START: '这个字符不能开头，请用双引号把整个值括起来',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现了第二个“键: 值”，请换行，或用双引号把值括起来',
  BLOCK_IN_FLOW: '方括号、花括号里不能换行写列表',
  DUPLICATE_KEY: '同一层里键重复',
  IMPOSSIBLE: '读不懂的写法',
  KEY_OVER_1024_CHARS: '键太长',
  MISSING_CHAR: '少了一个符号（引号、方括号、花括号或冒号后的空格）',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，多半是上一行缺少冒号或引号',
  MULTIPLE_ANCHORS: '一个值有两个锚点（&）',
  MULTIPLE_DOCS: '一个文件里只能有一份文本，请去掉中间的 ---',
  MULTIPLE_TAGS: '一个值有两个标签（!）',
  NON_STRING_KEY: '键要是文字',
  RESOURCE_EXHAUSTION: '引用展开后太大',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符（Tab）',
  TAG_RESOLVE_FAILED: '不认识的标签（!）',
  UNEXPECTED_TOKEN: '这里不该出现这个，多半是前面少了引号或括号',
  BAD_COLLECTION_TYPE: '列表和“键: 值”写混了',
};

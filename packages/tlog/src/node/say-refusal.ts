import type { PolicyReason, PolicyRefusal } from '../policy.ts';
import type { TrustRefusal } from '../receipt/trust.ts';

const reasons: Record<PolicyReason, string> = {
  'not-text':
    '不是 UTF-8 文本，或含控制字符：请另存为 UTF-8 · no UTF-8 text, or with control characters: save it as UTF-8',
  'unknown-word': '行首应为 log、witness、group 或 quorum · a line begins with log, witness, group or quorum',
  'words-missing':
    '词数不对，应为“log 公钥 [网址]”“witness 名称 公钥 [网址]”“group 名称 个数 成员…”或“quorum 名称” · wrong number of words: log VKEY [URL], witness NAME VKEY [URL], group NAME COUNT MEMBER…, quorum NAME',
  'key-malformed':
    '公钥行读不出，应为“名称+编号+base64”，请原样复制 · no vkey: NAME+ID+BASE64 is wanted, copied to the letter',
  'key-unfit':
    '公钥的用途不合：log 行要签名公钥，witness 行要联署公钥 · a key of another use: a log signs notes, a witness cosigns',
  'key-twice': '同一公钥写了两次，请去掉一行 · the key stands twice, take one out',
  'name-taken': '名称已经用过，或是保留的 none，请换一个 · the name is taken, or is the word none: choose another',
  'name-unknown': '前面的行里没有这个名称 · no line above gives this name',
  'member-twice': '一个名称只能属于一个组，请去掉一处 · a name belongs to one group only, take it out of the other',
  threshold: '个数应为 all、any，或 1 到成员数的整数 · the count is all, any, or from 1 to the number of members',
  'quorum-count': '应有一行 quorum，而且只有一行 · one quorum line is wanted, and no second',
};

const sayReason = (reason: string): string => reasons[reason as PolicyReason] ?? reason;

/** What is wrong with a policy file, at its line, and what should stand there. */
export const sayPolicyRefusal = (file: string, { line, reason }: PolicyRefusal): string =>
  `✗ ${file}${line > 0 ? `:${line}` : ''}：${sayReason(reason)}`;

/** The same for a trust file, which holds a policy as one of its fields. */
export function sayTrustRefusal(file: string, { field }: TrustRefusal): string {
  const [, line, reason = ''] = /^policy:(\d+) (.+)$/.exec(field) ?? [];
  if (line !== undefined)
    return `✗ ${file}：policy ${line === '0' ? '' : `第 ${line} 行 line ${line}`} ${sayReason(reason)}`;
  const what = field === '' ? '不是 JSON · no JSON' : `“${field}”缺少或不对 · "${field}" is missing or wrong`;
  return `✗ ${file} 不是信任文件：${what}；用 verify page --policy 可以拼出一个 · no trust file; verify page --policy makes one`;
}

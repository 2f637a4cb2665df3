import { findCivilDate, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Annex, Block, OfficialDocument, SealPlan } from './document.ts';
import { documentKinds } from './standard.ts';

export type MarkdownRefusal = {
  readonly kind: 'document-incomplete';
  readonly field: string;
  readonly zh: string;
  readonly en: string;
};

const no = (field: string, zh: string, en: string) =>
  refuse<MarkdownRefusal>({ kind: 'document-incomplete', field, zh, en });
const list = (text: string | undefined): string[] =>
  text
    ? text
        .split(/[；;、]/)
        .map((part) => part.trim())
        .filter(Boolean)
    : [];

/**
 * An official document from Markdown: a head of `键: 值` lines between `---`, `# ` for the title (`|` breaks its lines),
 * `## ` to `##### ` for headings of levels 1–4, paragraphs, and `# 附件：名称` before each annex. The README lists the keys.
 */
export function readMarkdown(source: string): Result<OfficialDocument, MarkdownRefusal> {
  const { fields, rest } = splitHead(source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'));
  const { title, body, annexes } = readBlocks(rest);
  const issuers = list(fields.get('发文机关'));
  if (issuers.length === 0) return no('发文机关', '缺少“发文机关”', 'the issuing organ (发文机关) is missing');
  const date = findDate(fields.get('成文日期'));
  if (!date) return no('成文日期', '“成文日期”缺少或不是日期', 'the date (成文日期) is missing or is no date');
  const formName = fields.get('格式') ?? '文件';
  const form = { 文件: 'document', 信函: 'letter', 命令: 'order', 令: 'order', 纪要: 'minutes' }[formName] as
    | OfficialDocument['form']
    | undefined;
  if (!form) return no('格式', '“格式”应为文件、信函、命令或纪要', 'the form (格式) is 文件, 信函, 命令 or 纪要');
  const kind = documentKinds.find((known) => known === fields.get('文种') || (title.at(-1) ?? '').endsWith(known));
  const number = /^(.+)〔(\d{4})〕([1-9]\d*)号$/.exec(fields.get('发文字号') ?? '');
  if (fields.has('发文字号') && !number) {
    return no('发文字号', '“发文字号”应如“测府〔2026〕12号”', 'the number (发文字号) is written like 测府〔2026〕12号');
  }
  const secrecy = /^(绝密|机密|秘密)(?:★(.+))?$/.exec(fields.get('密级') ?? '');
  const printedOn = findDate(fields.get('印发日期'));
  const printedBy = fields.get('印发机关');
  const signedBy = fields.has('署名') ? list(fields.get('署名')) : undefined;
  const mark = fields.get('发文机关标志');
  const copyNumber = fields.get('份号');
  const urgency = fields.get('紧急程度') as OfficialDocument['urgency'];
  const note = fields.get('附注');
  return ok({
    form,
    ...(kind ? { kind } : {}),
    ...(copyNumber && /^\d{1,6}$/.test(copyNumber) ? { copyNumber: Number(copyNumber) } : {}),
    ...(secrecy ? { secrecy: { level: secrecy[1] as '机密', ...(secrecy[2] ? { term: secrecy[2] } : {}) } } : {}),
    ...(urgency ? { urgency } : {}),
    issuers,
    ...(mark ? { mark } : {}),
    ...(number ? { number: { code: number[1] as string, year: Number(number[2]), sequence: Number(number[3]) } } : {}),
    signers: list(fields.get('签发人')),
    title,
    addressees: (fields.get('主送机关') ?? '')
      .replace(/[：:]$/, '')
      .split(/[，,]/)
      .filter(Boolean),
    body,
    annexes,
    ...(signedBy ? { signedBy } : {}),
    date,
    seal: readSeal(fields),
    ...(note ? { note } : {}),
    copyTo: (fields.get('抄送') ?? '').replace(/。$/, '').split(/[，,]/).filter(Boolean),
    ...(printedBy ? { printed: { by: printedBy, on: printedOn ?? date } } : {}),
    attendance: (['出席', '请假', '列席'] as const)
      .filter((role) => fields.has(role))
      .map((role) => ({ role, names: list(fields.get(role)) })),
  });
}

function splitHead(source: string): { fields: Map<string, string>; rest: string } {
  const fields = new Map<string, string>();
  const match = /^---\n([\s\S]*?)\n---\n/.exec(source);
  for (const line of match?.[1]?.split('\n') ?? []) {
    const at = line.search(/[:：]/);
    if (at > 0) fields.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return { fields, rest: match ? source.slice(match[0].length) : source };
}

function findDate(text: string | undefined): string | undefined {
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text ?? '');
  const plain = chinese
    ? `${chinese[1]}-${chinese[2]?.padStart(2, '0')}-${chinese[3]?.padStart(2, '0')}`
    : (text ?? '');
  return findCivilDate(plain);
}

function readSeal(fields: ReadonlyMap<string, string>): SealPlan {
  const text = fields.get('印章') ?? '';
  const stamp = /^签名章 ([^ ]+) ([^ ]+)$/.exec(text);
  if (stamp) return { kind: 'signature', post: stamp[1] as string, name: stamp[2] as string };
  if (text === '无') return { kind: 'none' };
  // 国发〔1999〕25号: 4.2 cm for organs of a county, 4.5 for those of a city.
  const diameter = Number(/(\d+(?:\.\d+)?)/.exec(text)?.[1] ?? 42);
  return { kind: 'seal', diameter: diameter >= 20 && diameter <= 60 ? diameter : 42 };
}

function readBlocks(text: string): { title: string[]; body: Block[]; annexes: Annex[] } {
  let title: string[] = [];
  const body: Block[] = [];
  const annexes: { title: string; body: Block[] }[] = [];
  for (const part of text.split(/\n\s*\n|\n(?=#)|(?<=^#[^\n]*)\n/m)) {
    const line = part.replace(/\n\s*/g, '').trim();
    if (line === '') continue;
    const target = annexes.at(-1)?.body ?? body;
    const heading = /^(#{1,5})\s+(.+)$/.exec(line);
    if (!heading) target.push({ kind: 'paragraph', text: line });
    else if ((heading[1] as string).length > 1) {
      target.push({ kind: 'heading', level: ((heading[1] as string).length - 1) as 1, text: heading[2] as string });
    } else {
      const annex = /^附件\d*\s*[：:\s]\s*(.+)$/.exec(heading[2] as string);
      if (annex) annexes.push({ title: annex[1] as string, body: [] });
      else title = (heading[2] as string).split('|').map((piece) => piece.trim());
    }
  }
  return { title, body, annexes };
}

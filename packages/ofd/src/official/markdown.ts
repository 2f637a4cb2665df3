import { ok, type Result } from '@zhengtong/kernel';
import type { DocumentNumber, OfficialDocument, SealPlan } from './document.ts';
import { readBlocks } from './markdown-blocks.ts';
import {
  findDate,
  type HeadFields,
  listNames,
  listReceivers,
  type MarkdownRefusal,
  no,
  splitHead,
} from './markdown-head.ts';
import { documentKinds } from './standard.ts';

export type { MarkdownRefusal } from './markdown-head.ts';

const forms = { 文件: 'document', 信函: 'letter', 命令: 'order', 令: 'order', 纪要: 'minutes' } as const;
const urgencies = ['特急', '加急', '特提', '平急'] as const;

/**
 * An official document from Markdown: a head of `键: 值` lines between `---`, `# ` for the title (`|` breaks its lines),
 * `## ` to `##### ` for headings of levels 1–4, paragraphs, tables, and `# 附件：名称` before each annex. The README
 * lists the keys. What cannot be right is refused with its key: nothing given is left out of the paper in silence.
 */
export function readMarkdown(source: string): Result<OfficialDocument, MarkdownRefusal> {
  const split = splitHead(source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'));
  if (!split.ok) return split;
  const { fields, rest } = split.value;
  const text = readBlocks(rest);
  if (!text.ok) return text;
  const { title, body, annexes } = text.value;
  const flaw = findFlaw(fields);
  if (flaw) return flaw;
  const form = forms[(fields.get('格式') ?? '文件') as keyof typeof forms];
  if (title.length === 0 && (form === 'document' || form === 'letter'))
    return no('标题', '缺少标题（以“# ”开头的一行）', 'the title is missing (a line that begins with # )');
  if (body.length === 0) return no('正文', '没有正文', 'there is no text');

  const date = findDate(fields.get('成文日期')) as string;
  const kind = documentKinds.find((known) => known === fields.get('文种') || (title.at(-1) ?? '').endsWith(known));
  const number = findNumber(fields, form, date);
  const secrecy = secrecyShape.exec(fields.get('密级') ?? '');
  const printedBy = fields.get('印发机关');
  const mark = fields.get('发文机关标志');
  const copyNumber = fields.get('份号');
  const urgency = urgencies.find((known) => known === fields.get('紧急程度'));
  const note = fields.get('附注')?.replace(/^（(.*)）$/, '$1');
  return ok({
    form,
    ...(kind ? { kind } : {}),
    ...(copyNumber ? { copyNumber: Number(copyNumber) } : {}),
    ...(secrecy ? { secrecy: { level: secrecy[1] as '机密', ...(secrecy[2] ? { term: secrecy[2] } : {}) } } : {}),
    ...(urgency ? { urgency } : {}),
    issuers: listNames(fields.get('发文机关')),
    ...(mark ? { mark } : {}),
    ...(number ? { number } : {}),
    signers: listNames(fields.get('签发人')),
    title,
    addressees: listReceivers(fields.get('主送机关')),
    body,
    annexes,
    ...(fields.has('署名') ? { signedBy: listNames(fields.get('署名')) } : {}),
    date,
    seal: findSeal(fields) as SealPlan,
    ...(note ? { note } : {}),
    copyTo: listReceivers(fields.get('抄送')),
    ...(printedBy ? { printed: { by: printedBy, on: findDate(fields.get('印发日期')) ?? date } } : {}),
    ...(fields.has('版记') ? { imprintOnEvenPage: true } : {}),
    attendance: (['出席', '请假', '列席'] as const)
      .filter((role) => fields.has(role))
      .map((role) => ({ role, names: listNames(fields.get(role)) })),
  });
}

const numberShape = /^(.+)〔(\d{4})〕([1-9]\d*)号$/;
const orderShape = /^第?([1-9]\d*)号$/;
const secrecyShape = /^(绝密|机密|秘密)(?:★(.+))?$/;

/** The number; an order's may be plain `第15号` (10.2). */
function findNumber(fields: HeadFields, form: OfficialDocument['form'], date: string): DocumentNumber | undefined {
  const text = fields.get('发文字号') ?? '';
  const [, code, year, sequence] = numberShape.exec(text) ?? [];
  if (code) return { code, year: Number(year), sequence: Number(sequence) };
  const [, plain] = (form === 'order' && orderShape.exec(text)) || [];
  return plain ? { code: '', year: Number(date.slice(0, 4)), sequence: Number(plain) } : undefined;
}

function findSeal(fields: HeadFields): SealPlan | undefined {
  // 国发〔1999〕25号: 4.2 cm for organs of a county, 4.5 for those of a city.
  const text = fields.get('印章') ?? '直径42毫米';
  if (text === '无') return { kind: 'none' };
  const [, post, name] = /^签名章 ([^ ]+) ([^ ]+)$/.exec(text) ?? [];
  if (post && name) return { kind: 'signature', post, name };
  const diameter = Number(/^直径(\d+(?:\.\d+)?)毫米$/.exec(text)?.[1]);
  return diameter >= 20 && diameter <= 60 ? { kind: 'seal', diameter } : undefined;
}

/** The first value that cannot be right. */
function findFlaw(fields: HeadFields): ReturnType<typeof no> | undefined {
  const given = (key: Parameters<HeadFields['get']>[0]) => fields.get(key);
  const isGivenWrong = (key: Parameters<HeadFields['get']>[0], shape: RegExp) => !shape.test(given(key) ?? '');
  if (listNames(given('发文机关')).length === 0)
    return no('发文机关', '缺少“发文机关”', 'the issuing organ (发文机关) is missing');
  if (!findDate(given('成文日期')))
    return no('成文日期', '“成文日期”缺少或不是日期', 'the date (成文日期) is missing or is no date');
  const form = given('格式') ?? '文件';
  if (!Object.hasOwn(forms, form))
    return no('格式', '“格式”应为文件、信函、命令或纪要', 'the form (格式) is 文件, 信函, 命令 or 纪要');
  if (given('文种') && !documentKinds.some((known) => known === given('文种')))
    return no('文种', `“文种”应为${documentKinds.join('、')}之一`, 'the kind (文种) is one of the fifteen');
  const isOrder = forms[form as keyof typeof forms] === 'order';
  if (
    given('发文字号') &&
    isGivenWrong('发文字号', numberShape) &&
    !(isOrder && orderShape.test(given('发文字号') ?? ''))
  )
    return no('发文字号', '“发文字号”应如“测府〔2026〕12号”', 'the number (发文字号) is written like 测府〔2026〕12号');
  if (given('份号') && isGivenWrong('份号', /^\d{1,6}$/))
    return no('份号', '“份号”应为不超过六位的数字', 'the copy number (份号) is at most six digits');
  if (given('密级') && isGivenWrong('密级', secrecyShape))
    return no('密级', '“密级”应如“秘密”或“机密★1年”', 'the secrecy (密级) is written like 秘密 or 机密★1年');
  if (given('紧急程度') && !urgencies.some((known) => known === given('紧急程度')))
    return no(
      '紧急程度',
      `“紧急程度”应为${urgencies.join('、')}之一`,
      'the urgency (紧急程度) is 特急, 加急, 特提 or 平急',
    );
  if (!findSeal(fields))
    return no(
      '印章',
      '“印章”应为“直径42毫米”（20 至 60）、“无”或“签名章 职务 姓名”',
      'the seal (印章) is 直径42毫米 (20 to 60), 无, or 签名章 POST NAME',
    );
  if (given('印发日期') && !findDate(given('印发日期')))
    return no('印发日期', '“印发日期”不是日期', 'the printing date (印发日期) is no date');
  if (given('印发日期') && !given('印发机关'))
    return no('印发机关', '有“印发日期”而没有“印发机关”', '印发日期 is given without 印发机关');
  if (given('版记') && given('版记') !== '偶数页')
    return no('版记', '“版记”只可为“偶数页”', 'the imprint (版记) may only be 偶数页');
  return undefined;
}

import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import type { CertificateType } from './index.ts';

export type TypesRefusal = Refusal<'malformed'> & {
  /** One sentence a mistake, in Chinese and English, with its place: `2.fields.1.from`. */
  readonly problems: readonly string[];
};

type Loose = Record<string, unknown>;
type Say = (at: string, zh: string, en: string) => void;

/**
 * Types of certificates as an operator writes them down: a list of `{ code, typeCode, name, nameEn, validMonths, fields:
 * [{ key, label: { zh, en }, from }] }`. Every mistake is told at once; a list with one is not taken at all.
 */
export function readCertificateTypes(given: unknown, divisionCode: string): Result<CertificateType[], TypesRefusal> {
  const problems: string[] = [];
  const say: Say = (at, zh, en) => problems.push(`${at}：${zh} · ${en}`);
  if (!Array.isArray(given) || given.length === 0)
    say('.', '应为证照类型的列表，至少一个', 'must be a list of certificate types, one at least');
  const list = Array.isArray(given) ? given : [];
  for (const [at, one] of list.entries()) checkType(String(at + 1), (one ?? {}) as Loose, say);
  const codes = list.map((one) => (one as Loose | null)?.code);
  for (const code of new Set(codes.filter((code, at) => code !== undefined && codes.indexOf(code) !== at)))
    say(String(code), '代号出现了两次', 'the code occurs twice');
  if (problems.length > 0) return refuse({ kind: 'malformed', problems });
  return ok(list.map((one) => ({ divisionCode, ...pick(one as CertificateType) })));
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && /\S/.test(value) && value.length <= 200;

const fits = (value: unknown, shape: RegExp): boolean => typeof value === 'string' && shape.test(value);

function checkType(at: string, one: Loose, say: Say): void {
  if (!fits(one.code, /^[a-z][a-z0-9-]{1,99}$/))
    say(
      `${at}.code`,
      '代号由小写字母、数字和连字符组成，事项用它指定证照',
      'lower-case letters, digits and hyphens; items name the type by it',
    );
  // GB/T 36904-2018: credit code of the organ that defines the type, and a serial of three.
  if (!fits(one.typeCode, /^[0-9A-Z]{18}\d{3}$/))
    say(
      `${at}.typeCode`,
      '证照类型代码为定义机构的统一社会信用代码加三位数字（GB/T 36904）',
      'credit code of the defining organ and three digits (GB/T 36904)',
    );
  for (const key of ['name', 'nameEn']) if (!isText(one[key])) say(`${at}.${key}`, '没有名称', 'there is no name');
  const { validMonths } = one;
  const isMonths = Number.isInteger(validMonths) && (validMonths as number) >= 1 && (validMonths as number) <= 1200;
  if (validMonths !== null && !isMonths)
    say(`${at}.validMonths`, '有效期为 1 到 1200 个月；长期有效写 null', '1 to 1200 months, or null for without end');
  if (!Array.isArray(one.fields)) {
    say(`${at}.fields`, '应列出照面内容（可以是空列表）', 'must list what stands on it (an empty list will do)');
    return;
  }
  for (const [line, field] of one.fields.entries()) checkField(`${at}.fields.${line + 1}`, (field ?? {}) as Loose, say);
}

function checkField(at: string, { key, label, from }: Loose, say: Say): void {
  const { zh, en } = (label ?? {}) as Loose;
  if (!isText(key)) say(`${at}.key`, '没有代号', 'there is no key');
  if (!isText(zh) || !isText(en)) say(`${at}.label`, '应有中文 zh 和英文 en', 'must have zh and en');
  if (!isText(from)) say(`${at}.from`, '应写明取自表单的哪个问题', 'must name the question of the form it comes from');
}

/** What the file says beyond this is not kept. */
const pick = ({ code, typeCode, name, nameEn, validMonths, fields }: CertificateType) => ({
  code,
  typeCode,
  name,
  nameEn,
  validMonths,
  fields: fields.map(({ key, label, from }) => ({ key, label: { zh: label.zh, en: label.en }, from })),
});

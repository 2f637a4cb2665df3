import { type ItemKind, itemKinds, type LawCitation, type Limit, type Material, type Process } from '../contract.ts';
import { cleanText } from './clean-text.ts';
import { bareGuide, type Reading, unread } from './item-record.ts';

type Row = Record<string, unknown>;

export const isGuangdong = (row: Row): boolean => 'item_name' in row && 'impl_code' in row;

/** A whole guide of Guangdong's portal: limits, steps with half days, materials, law. */
export function readGuangdong(row: Row): Reading {
  const [name, code, department] = [cleanText(row.item_name), cleanText(row.impl_code), cleanText(row.dept_name)];
  if (name === '' || code === '') return unread('没有事项名称或编码', 'there is no name or no code');
  const kind = itemKinds.find((one) => one === cleanText(row.task_type));
  if (!kind) return unread(`不认识的事项类型 ${row.task_type}`, `unknown kind of item ${row.task_type}`);
  // The area stands in the record's id, and in local codes of departments (TE440113…).
  const divisionCode = /^gd-(\d{6})/.exec(cleanText(row.id))?.[1] ?? /^TE(\d{6})/.exec(code)?.[1];
  if (!divisionCode) return unread('看不出属于哪个行政区划', 'it does not say which division it is of');
  const departmentCode = cleanText(row.dept_code);
  return {
    ok: true,
    record: {
      divisionCode,
      department: { name: department, code: departmentCode },
      content: { ...bareGuide, code, name, kind: kind satisfies ItemKind, ...guideOf(row, departmentCode) },
    },
  };
}

function guideOf(row: Row, departmentCode: string) {
  const [basicCode, eligibility] = [cleanText(row.basic_code), cleanText(row.eligibility)];
  const unit = cleanText(row.unit) === '自然日' ? 'days' : 'working-days';
  const steps = readSteps(row.steps);
  return {
    ...(/^\d{12}$/.test(basicCode) ? { nationalCode: basicCode } : {}),
    ...(eligibility ? { conditions: [eligibility] } : {}),
    ...limitOf('legalLimit', row.anticipate_day, unit),
    ...limitOf('promisedLimit', row.promise_day, unit),
    materials: readMaterials(row.materials),
    laws: readLaws(cleanText(row.law)),
    fee: { isCharged: cleanText(row.is_fee) === '收费', items: [] },
    ...(steps ? { process: steps } : {}),
    particulars: {
      ...(departmentCode ? { departmentCode } : {}),
      ...textAt('sourceId', row.id),
      ...textAt('level', row.use_level),
      handling: cleanText(row.project_type) === '即办件' ? ('at-once' as const) : ('promised' as const),
      ...(Number.isInteger(row.limit_scene_num) ? { visits: row.limit_scene_num as number } : {}),
      ...textAt('visitReason', row.onsite_reason),
      ...textAt('onlineDepth', row.online_depth),
    },
  };
}

function textAt<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  const text = cleanText(value);
  return (text ? { [key]: text } : {}) as { [P in K]?: string };
}

const limitOf = (key: 'legalLimit' | 'promisedLimit', amount: unknown, unit: Limit['unit']) =>
  typeof amount === 'number' && amount >= 0 ? { [key]: { amount: Math.round(amount * 2) / 2, unit } } : {};

function readSteps(value: unknown): Process | undefined {
  const rows = Array.isArray(value) ? (value as Row[]) : [];
  if (rows.length === 0) return undefined;
  const steps = rows.map((row, i) => {
    const name = cleanText(row.name);
    return {
      key: `step${i + 1}`,
      name,
      role: name.includes('决定') ? ('approver' as const) : ('reviewer' as const),
      halfDays: Math.round(Number(row.limit_workdays ?? 0) * 2),
    };
  });
  return { steps, excluded: [], silence: 'none' };
}

function readMaterials(value: unknown): Material[] {
  const rows = Array.isArray(value) ? (value as Row[]) : [];
  return rows.map((row, i) => {
    const [name, need] = [cleanText(row.name), cleanText(row.need)];
    return {
      key: `m${cleanText(row.order) || i + 1}`,
      name,
      need: need === '非必要' ? ('optional' as const) : ('required' as const),
      ...(need === '容缺后补' ? { isDeferrable: true } : {}),
      form: /原件/.test(name) ? ('original' as const) : ('electronic' as const),
      copies: 1,
      // 政府部门核发 says who made the paper, not that the office looks it up: whoever applies still brings it.
      source: 'applicant' as const,
      ...textAt('sourceNote', row.source),
      accept: ['application/pdf', 'image/jpeg', 'image/png'],
      maxBytes: 10_485_760,
      checks: [],
    };
  });
}

/** `广东省流动人口服务管理条例 (公告第50号) 第十四至二十一条`: law, number, articles. */
function readLaws(text: string): LawCitation[] {
  const [, law, number, article] = /^《?([^（(《》]+)》?\s*(?:[（(]([^）)]+)[）)])?\s*(第.+)?$/.exec(text) ?? [];
  if (!law) return [];
  return [{ law: law.trim(), ...(number ? { number } : {}), article: (article ?? '全文').slice(0, 80) }];
}

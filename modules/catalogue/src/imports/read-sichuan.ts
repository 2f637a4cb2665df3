import { parseDivisionCode, parseItemCode } from '@zhengtong/standards';
import type { ItemKind } from '../contract.ts';
import { cleanText } from './clean-text.ts';
import { bareGuide, type Reading, unread } from './item-record.ts';

/** taskType as Sichuan's list numbers it; Guangdong's 20 is another thing, so tables belong to their source. */
const kinds: Readonly<Record<string, ItemKind>> = {
  1: '行政许可',
  5: '行政给付',
  7: '行政确认',
  8: '行政奖励',
  9: '行政裁决',
  10: '其他行政权力',
  20: '公共服务',
};

export const isSichuan = (row: Record<string, unknown>): boolean => 'itemCode' in row && 'deptCode' in row;

/** A line of the list of a Sichuan district: name, department, codes; no guide. */
export function readSichuan(row: Record<string, unknown>): Reading {
  const [name, code, department] = [cleanText(row.name), cleanText(row.itemCode), cleanText(row.department)];
  if (name === '') return unread('没有事项名称', 'there is no name');
  const parsed = parseItemCode(code);
  if (!parsed.ok) return unread(parsed.refusal.say.zh, parsed.refusal.say.en);
  if (department === '') return unread('没有实施部门', 'there is no department');
  const kind = kinds[cleanText(row.taskType)];
  if (!kind) return unread(`不认识的事项类型 ${row.taskType}`, `unknown kind of item ${row.taskType}`);
  const area = parseDivisionCode(cleanText(row.areaCode));
  if (!area.ok) return unread('行政区划代码不对', 'the division code is wrong');
  const mainItem = cleanText(row.main_item);
  const [link, deptCode] = [cleanText(row.link), cleanText(row.deptCode)];
  return {
    ok: true,
    record: {
      divisionCode: area.value.code.slice(0, 6),
      department: { name: department, code: deptCode },
      content: {
        ...bareGuide,
        code,
        name,
        kind,
        particulars: {
          ...(deptCode ? { departmentCode: deptCode } : {}),
          ...(link ? { webLink: link.slice(0, 500) } : {}),
          ...(mainItem && mainItem !== '未分类' ? { mainItem } : {}),
          ...(parsed.value.form === 'sichuan' ? { localBasicCode: parsed.value.catalogueCode } : {}),
        },
      },
    },
  };
}

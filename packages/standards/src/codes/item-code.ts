import { ok, type Result } from '@zhengtong/kernel';
import { type CodeRefusal, no, type Sentence, tidyCode } from '../say.ts';
import { type DepartmentCode, findDepartmentCode } from './department-code.ts';

/** 行政层级, one digit. */
export const itemLevels: Readonly<Record<string, Sentence>> = {
  1: { zh: '国家级', en: 'national' },
  2: { zh: '省级', en: 'provincial' },
  3: { zh: '市级', en: 'city' },
  4: { zh: '县级', en: 'county' },
  5: { zh: '乡级', en: 'township' },
  6: { zh: '村级', en: 'village' },
};

/** 政务服务事项编码 after GB/T 39554.1-2020, and what provinces use beside it. Keep the text of both. */
export type ItemCode =
  | { readonly form: 'basic'; readonly code: string; readonly basicCode: string }
  | {
      /** 实施编码 31 places; 业务办理项编码 33 with the two of `handling`. */
      readonly form: 'implementation';
      readonly code: string;
      readonly department: DepartmentCode;
      readonly level: string;
      readonly basicCode: string;
      readonly handling?: string;
    }
  | {
      /** Sichuan: catalogue-area-extension-department-level-handling. */
      readonly form: 'sichuan';
      readonly code: string;
      readonly catalogueCode: string;
      readonly divisionCode: string;
      readonly department: DepartmentCode;
      readonly level: string;
      readonly handling: string;
    }
  | { readonly form: 'local'; readonly code: string };

export type ItemCodeRefusal = CodeRefusal<'empty' | 'wrong-shape'>;

// The department part may itself hold a dash (00877868-5) and the catalogue part two (E-000010-001).
const sichuan = /^([0-9A-Z]+(?:-[0-9A-Z]+){0,2})-(\d{12})-(\d{3})-([0-9A-Z]+(?:[-_][0-9A-Z]+)?)-(\d)-(\d{2})$/;
const national = /^([0-9A-Z]{18})([1-6])(\d{12})(\d{2})?$/;

/** Any code an item can carry; only what cannot be a code at all is refused. Marks `|` between the parts are dropped. */
export function parseItemCode(text: string): Result<ItemCode, ItemCodeRefusal> {
  const code = tidyCode(text).replaceAll('|', '');
  if (code === '') return no('empty', '请填写事项编码。', 'Enter the item code.');
  if (/^\d{12}$/.test(code)) return ok({ form: 'basic', code, basicCode: code });
  const whole = national.exec(code);
  if (whole) {
    const [, department = '', level = '', basicCode = '', handling] = whole;
    const known = findDepartmentCode(department);
    if (known)
      return ok({
        form: 'implementation',
        code,
        department: known,
        level,
        basicCode,
        ...(handling ? { handling } : {}),
      });
  }
  const local = sichuan.exec(code);
  if (local) {
    const [, catalogueCode = '', divisionCode = '', , department = '', level = '', handling = ''] = local;
    const known = findDepartmentCode(department);
    if (known) return ok({ form: 'sichuan', code, catalogueCode, divisionCode, department: known, level, handling });
  }
  if (/^[0-9A-Z][0-9A-Z_.-]{3,79}$/.test(code)) return ok({ form: 'local', code });
  return no(
    'wrong-shape',
    '事项编码只能由数字、字母和连接号组成，4 至 80 位。',
    'An item code has 4 to 80 digits, letters and dashes.',
  );
}

/** The parts of a 基本编码, as far as live data shows them: area 2, type 2, department 2, item 3, sub-item 3. */
export const basicCodeParts = (basicCode: string) => ({
  area: basicCode.slice(0, 2),
  type: basicCode.slice(2, 4),
  department: basicCode.slice(4, 6),
  item: basicCode.slice(6, 9),
  subItem: basicCode.slice(9, 12),
});

import { parseCreditCode } from '@zhengtong/standards';
import type { Question } from '../../definition/definition.ts';
import { type Checked, type FormContext, fromRefusal, good, type JsonSchema } from '../kind.ts';
import { checkParts, type Part, readingOfParts, schemaOfParts } from '../parts.ts';
import { checkName } from '../person/check.ts';
import { check as checkPhone, schemaOf as schemaOfPhone } from '../phone/check.ts';
import { check as checkText } from '../text/check.ts';

const text = (key: string, zh: string, en: string): Part => ({
  key,
  label: { zh, en },
  check: (typed) => checkText(typed, { key, kind: 'text', label: { zh, en } }),
  schema: { type: 'string', minLength: 1, maxLength: 200 },
});

const all: readonly Part[] = [
  text('name', '单位名称', 'Name of the firm'),
  {
    key: 'creditCode',
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    check: (typed) => {
      const parsed = parseCreditCode(typeof typed === 'string' ? typed : '');
      return parsed.ok ? good(parsed.value.code) : fromRefusal(parsed.refusal);
    },
    schema: { type: 'string', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' },
  },
  {
    key: 'legalRepresentative',
    label: { zh: '法定代表人', en: 'Legal representative' },
    check: checkName,
    schema: { type: 'string', minLength: 1, maxLength: 100 },
  },
  {
    key: 'phone',
    label: { zh: '联系电话', en: 'Telephone' },
    check: (typed) => checkPhone(typed),
    schema: schemaOfPhone(),
  },
  text('address', '住所', 'Registered address'),
];

/** Name and code always. */
export const partsOf = ({ parts = [] }: Question): readonly Part[] =>
  all.filter(({ key }) => key === 'name' || key === 'creditCode' || parts.includes(key));

export const check = (typed: unknown, question: Question, context: FormContext): Checked =>
  checkParts(partsOf(question), typed, question, context);

export const schemaOf = (question: Question): JsonSchema => schemaOfParts(partsOf(question));

export const reading = readingOfParts(partsOf);

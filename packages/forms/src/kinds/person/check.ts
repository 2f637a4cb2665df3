import type { Question } from '../../definition/definition.ts';
import { check as checkEmail, schemaOf as schemaOfEmail } from '../email/check.ts';
import { check as checkNumber } from '../identity-number/check.ts';
import { bad, type Checked, type FormContext, good, type JsonSchema } from '../kind.ts';
import { cleanText, lengthOf } from '../line.ts';
import { checkParts, type Part, readingOfParts, schemaOfParts } from '../parts.ts';
import { check as checkPhone, schemaOf as schemaOfPhone } from '../phone/check.ts';
import { partOf } from '../typed.ts';

/** What a person proves who they are with. The resident number first: it is what nearly everybody has. */
export const idKinds = {
  'resident-card': { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'hong-kong-macao-permit': { zh: '港澳居民来往内地通行证', en: 'Mainland permit (Hong Kong, Macao)' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Mainland permit (Taiwan)' },
  'permanent-residence': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
} as const;

/** Letters of any script, the dot of Uygur and foreign names, spaces; a name is never refused for being rare. */
const namePattern = /^[\p{L}\p{M}\p{N}·•.'’ -]+$/u;

export function checkName(typed: unknown): Checked {
  if (typeof typed !== 'string') return bad('not-text', '请填写姓名。', 'Enter the name.');
  const name = cleanText(typed)
    .replace(/[•．・‧]/g, '·')
    .replace(/\s+/g, ' ');
  if (lengthOf(name) > 100) return bad('too-long', '姓名太长，请核对。', 'The name is too long.');
  if (!namePattern.test(name))
    return bad(
      'wrong-character',
      '姓名里有不该出现的符号，请核对。',
      'There is a sign in the name that does not belong there.',
    );
  return good(name);
}

const numberPattern = /^[A-Z0-9()/-]{4,30}$/;

/** By the kind of document; where none is said the resident number is meant. */
function checkIdNumber(typed: unknown, whole: unknown, question: Question, context: FormContext): Checked {
  const kind = partOf(whole, 'idKind');
  if (kind === undefined || kind === '' || kind === 'resident-card' || kind === 'permanent-residence') {
    const checked = checkNumber(typed, question, context);
    // Cards of permanent residence before 2023 had fifteen places with three letters.
    const isOld = kind === 'permanent-residence' && typeof typed === 'string' && /^[A-Z]{3}\d{12}$/.test(typed.trim());
    return isOld ? good((typed as string).trim()) : checked;
  }
  const text = typeof typed === 'string' ? cleanText(typed).replace(/\s+/g, '').toUpperCase() : '';
  return numberPattern.test(text)
    ? good(text)
    : bad('wrong-form', '证件号码不对，请核对。', 'Check the number of the document.');
}

const all: readonly Part[] = [
  {
    key: 'name',
    label: { zh: '姓名', en: 'Name' },
    check: checkName,
    schema: { type: 'string', minLength: 1, maxLength: 100 },
  },
  {
    key: 'idKind',
    label: { zh: '证件类型', en: 'Kind of document' },
    isOptional: true,
    check: (typed) =>
      typeof typed === 'string' && Object.hasOwn(idKinds, typed)
        ? good(typed)
        : bad('not-a-choice', '请选择证件类型。', 'Choose the kind of document.'),
    schema: { enum: Object.keys(idKinds) },
  },
  {
    key: 'idNumber',
    label: { zh: '证件号码', en: 'Document number' },
    check: checkIdNumber,
    schema: { type: 'string', minLength: 4, maxLength: 30 },
  },
  {
    key: 'phone',
    label: { zh: '联系电话', en: 'Telephone' },
    check: (typed) => checkPhone(typed),
    schema: schemaOfPhone(),
  },
  {
    key: 'email',
    label: { zh: '电子邮箱', en: 'E-mail' },
    check: (typed) => checkEmail(typed),
    schema: schemaOfEmail(),
  },
];

/** The name always; with the number comes the kind of document. */
export const partsOf = ({ parts = ['idNumber', 'phone'] }: Question): readonly Part[] =>
  all.filter(({ key }) => key === 'name' || parts.includes(key === 'idKind' ? 'idNumber' : key));

export function check(typed: unknown, question: Question, context: FormContext): Checked {
  const checked = checkParts(partsOf(question), typed, question, context);
  if (!checked.ok || partOf(checked.value, 'idNumber') === undefined) return checked;
  return good({ idKind: 'resident-card', ...(checked.value as object) });
}

export const schemaOf = (question: Question): JsonSchema => schemaOfParts(partsOf(question));

export const reading = readingOfParts(partsOf, ['idKind']);

import { addDays, type CivilDate, type Fen } from '@zhengtong/kernel';
import { creditCheck, isLuhn, residentCheck } from '@zhengtong/standards';
import { inventedAreas, inventedDivisions } from '@zhengtong/standards/test';
import fc from 'fast-check';
import type { FormContext } from '../kinds/kind.ts';

export const today = '2026-11-23' as CivilDate;
const names = new Map(inventedDivisions.map(({ code, name }) => [code, name]));

export const context: FormContext = {
  today,
  demoAreas: inventedAreas,
  findDivision: (code) => names.get(code),
  listDivisions: (within) =>
    inventedDivisions.filter(({ code }) => code.startsWith(within.slice(0, 4)) && !code.endsWith('00')),
  findFile: (id) => ({ name: `${id}.pdf`, size: '12 KB', state: 'clean' }),
};

const plain = { noNullPrototype: true } as const;
const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(today, days));
const district = fc.constantFrom('990102', '990103', '990104', '990121');
const fen = fc.integer({ min: 0, max: 9_999_999_999 }).map((amount) => amount as Fen);

export const residentNumber = fc
  .tuple(district, day(-30_000, -1), fc.integer({ min: 0, max: 999 }))
  .map(([area, born, sequence]) => {
    const body = `${area}${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return body + residentCheck(body);
  });
const creditCode = fc.integer({ min: 0, max: 999_999_999 }).map((n) => {
  const body = `91990102${String(n).padStart(9, '0')}`;
  return body + creditCheck(body);
});
const bankCard = fc.integer({ min: 0, max: 999_999_999 }).map((n) => {
  const body = `622202${String(n).padStart(12, '0')}`;
  return body + [...'0123456789'].find((digit) => isLuhn(body + digit));
});
const name = fc.constantFrom('张三', '欧阳娜娜', '买买提·艾力', 'Anna O’Neil', '𠮷田', '王 一');
const text = fc.constantFrom('老王面馆', '𠮷野家', 'Joe’s <b>"Café"</b> & Co', "O'Brien", '第1店（青禾）');
const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
const person = fc.record(
  {
    idKind: fc.constant('resident-card'),
    name,
    idNumber: residentNumber,
    phone: mobile,
    email: fc.constantFrom('a@example.com', '用户@example.cn'),
  },
  plain,
);
const entry = fc.oneof(
  fc.record({ name: text, share: fen, isManager: fc.constant(false) }, plain),
  fc.record({ name: text, share: fen, isManager: fc.constant(true), card: residentNumber }, plain),
);

const whole = {
  phone: mobile,
  shopName: text,
  area: district,
  address: fc.record({ division: district, detail: text }, plain),
  size: fc.integer({ min: 100, max: 10_000_000 }).map((hundredths) => hundredths / 100),
  rent: fen,
  hasKitchen: fc.boolean(),
  foods: fc.subarray(['hot', 'cold', 'drinks'], { minLength: 1 }),
  opensOn: day(0, 700),
  lease: fc.tuple(day(-1000, 0), day(0, 1000)).map(([from, to]) => ({ from, to })),
  account: bankCard,
  plan: fc.subarray(['file-00000001', 'file-00000002'], { minLength: 1 }),
  truth: fc.constant(true),
};
const maybe = {
  agentNumber: residentNumber,
  mail: fc.constantFrom('a@example.com', 'b.c@sub.example.cn'),
  partners: fc.array(entry, { minLength: 1, maxLength: 5 }),
};
const firm = fc.record({ name: text, creditCode, legalRepresentative: name }, plain);

/** Right answers to the sample form, as JSON gives them, without computed values. */
export const sampleAnswers: fc.Arbitrary<Record<string, unknown>> = fc
  .oneof(
    fc.record(
      { applicantKind: fc.constant('person'), applicant: person, ...whole, ...maybe },
      { ...plain, requiredKeys: ['applicantKind', 'applicant', ...Object.keys(whole)] as never },
    ),
    fc.record(
      { applicantKind: fc.constant('firm'), firm, ...whole, ...maybe },
      { ...plain, requiredKeys: ['applicantKind', 'firm', ...Object.keys(whole)] as never },
    ),
  )
  .map((answers: Record<string, unknown>) =>
    answers.hasKitchen === true && (answers.size as number) >= 50
      ? { ...answers, kitchenNote: '灶台两个\n水池一个' }
      : answers,
  );

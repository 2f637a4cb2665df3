import Type, { type Static } from 'typebox';
import type { FormCondition, FormDefinition } from './contract-form.ts';
import { Limit, Process, Retention } from './contract-process.ts';

const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });
const key = Type.String({ pattern: '^[a-z][A-Za-z0-9-]{0,63}$' });

/** An article of law, cited so that a reader can open it: 《食品安全法》第三十五条. */
export const LawCitation = Type.Object({
  /** The law's name without 《》 and 中华人民共和国: 食品安全法. */
  law: Text(200),
  /** 国务院令第575号; absent for statutes of the Congress. */
  number: Type.Optional(Text(80)),
  /** 第三十五条, with 第一款 where it matters. */
  article: Text(80),
  /** What the article says, in our own words. */
  says: Type.Optional(Text(2000)),
});
export type LawCitation = Static<typeof LawCitation>;

export const MaterialCheck = Type.Object({ key, text: Text(300), textEn: Type.Optional(Text(300)) });
export type MaterialCheck = Static<typeof MaterialCheck>;

/** One thing to hand in, and what the officer looks at in it. */
export const Material = Type.Object({
  key,
  name: Text(500),
  nameEn: Type.Optional(Text(500)),
  need: Type.Union([Type.Literal('required'), Type.Literal('optional'), Type.Literal('conditional')]),
  /** A condition of the form language; needed where `need` is conditional. */
  when: Type.Optional(Type.Unsafe<FormCondition>({})),
  /** 容缺后补: may follow after acceptance. */
  isDeferrable: Type.Optional(Type.Boolean()),
  kind: Type.Optional(Type.Union([Type.Literal('certificate'), Type.Literal('form'), Type.Literal('other')])),
  form: Type.Union([Type.Literal('original'), Type.Literal('copy'), Type.Literal('electronic')]),
  copies: Type.Integer({ minimum: 0, maximum: 20 }),
  pageFormat: Type.Optional(Text(200)),
  source: Type.Union([Type.Literal('applicant'), Type.Literal('register'), Type.Literal('certificate')]),
  sourceNote: Type.Optional(Text(500)),
  sourceNoteEn: Type.Optional(Text(500)),
  /** Where `source` is certificate: the type looked for in the applicant's wallet before anything is asked. */
  certificateType: Type.Optional(Text(100)),
  /** Media types: application/pdf, image/jpeg. */
  accept: Type.Array(Text(100)),
  maxBytes: Type.Integer({ minimum: 1 }),
  /** A paper this old is no longer taken: what was sent longer ago is not offered to whoever applies again. */
  validMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 600 })),
  checks: Type.Array(MaterialCheck),
  law: Type.Optional(LawCitation),
  note: Type.Optional(Text(1000)),
  noteEn: Type.Optional(Text(1000)),
  blankForm: Type.Optional(Text(256)),
  example: Type.Optional(Text(256)),
});
export type Material = Static<typeof Material>;

export const FeeItem = Type.Object({
  name: Text(200),
  nameEn: Type.Optional(Text(200)),
  standard: Text(500),
  standardEn: Type.Optional(Text(500)),
  /** Where the standard is one fixed sum. */
  amountFen: Type.Optional(Type.Integer({ minimum: 0 })),
  law: Type.Optional(LawCitation),
  /** Who pays less, and by which rule. */
  reduction: Type.Optional(Text(500)),
  reductionEn: Type.Optional(Text(500)),
});
export const Fee = Type.Object({ isCharged: Type.Boolean(), items: Type.Array(FeeItem) });
export type Fee = Static<typeof Fee>;

/** Where people go: a hall with its address, or an office of its own. */
export const WindowPlace = Type.Object({
  hall: Text(200),
  window: Type.Optional(Text(200)),
  address: Text(500),
  phone: Type.Optional(Text(80)),
});
export type WindowPlace = Static<typeof WindowPlace>;

/** 行政复议法, 行政诉讼法: which body, how long, by which article. */
export const Remedies = Type.Object({
  review: Type.Object({ body: Text(200), days: Type.Integer({ minimum: 1 }), law: LawCitation }),
  suit: Type.Object({ court: Text(200), months: Type.Integer({ minimum: 1 }), law: LawCitation }),
});
export type Remedies = Static<typeof Remedies>;

export const Faq = Type.Object({
  question: Text(1000),
  answer: Text(2000),
  questionEn: Type.Optional(Text(1000)),
  answerEn: Type.Optional(Text(2000)),
});
export type Faq = Static<typeof Faq>;

export const itemKinds = [
  '行政许可',
  '行政给付',
  '行政确认',
  '行政奖励',
  '行政裁决',
  '行政征收',
  '其他行政权力',
  '公共服务',
] as const;
export const ItemKind = Type.Unsafe<(typeof itemKinds)[number]>({ type: 'string', enum: [...itemKinds] });
export type ItemKind = Static<typeof ItemKind>;

export const Channel = Type.Union([
  Type.Literal('online'),
  Type.Literal('counter'),
  Type.Literal('post'),
  Type.Literal('mobile'),
  Type.Literal('terminal'),
]);
export type Channel = Static<typeof Channel>;

/** What the national library keeps beside the guide proper; each column of its 89 has its place here or above. */
export const Particulars = Type.Object({
  handlingCode: Type.Optional(Text(80)),
  localBasicCode: Type.Optional(Text(80)),
  sourceId: Type.Optional(Text(200)),
  level: Type.Optional(Text(40)),
  powerSource: Type.Optional(Text(40)),
  departmentCode: Type.Optional(Text(80)),
  departmentKind: Type.Optional(Text(40)),
  entrustedBy: Type.Optional(Text(200)),
  jointOrganisations: Type.Optional(Type.Array(Text(200))),
  handling: Type.Optional(Type.Union([Type.Literal('at-once'), Type.Literal('promised')])),
  effectiveOn: Type.Optional(Text(10)),
  cancelledOn: Type.Optional(Text(10)),
  legalLimitNote: Type.Optional(Text(500)),
  promisedLimitNote: Type.Optional(Text(500)),
  flow: Type.Optional(Text(2000)),
  visits: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  visitReason: Type.Optional(Text(1000)),
  visitReasonEn: Type.Optional(Text(1000)),
  onlineDepth: Type.Optional(Text(20)),
  webLink: Type.Optional(Text(500)),
  mobileLink: Type.Optional(Text(500)),
  hasWebSignOn: Type.Optional(Type.Boolean()),
  hasMobileSignOn: Type.Optional(Type.Boolean()),
  personTopics: Type.Optional(Type.Array(Text(40))),
  firmTopics: Type.Optional(Type.Array(Text(40))),
  reach: Type.Optional(Text(40)),
  isInHall: Type.Optional(Type.Boolean()),
  isPosted: Type.Optional(Type.Boolean()),
  isPayableOnline: Type.Optional(Type.Boolean()),
  isBookable: Type.Optional(Type.Boolean()),
  quota: Type.Optional(Text(500)),
  resultName: Type.Optional(Text(200)),
  resultNameEn: Type.Optional(Text(200)),
  resultKind: Type.Optional(Text(40)),
  resultSample: Type.Optional(Text(256)),
  intermediaries: Type.Optional(Text(500)),
  townCode: Type.Optional(Text(18)),
  villageCode: Type.Optional(Text(18)),
  /** Main item of the source's own list (主项). */
  mainItem: Type.Optional(Text(500)),
  importBatch: Type.Optional(Text(80)),
  importOperation: Type.Optional(Text(10)),
  importedAt: Type.Optional(Text(40)),
});
export type Particulars = Static<typeof Particulars>;

/** Everything an editor writes; publishing freezes it under a version. */
export const ItemContent = Type.Object({
  /** `guide-only` stands in the list with what is known and cannot be applied for yet. */
  online: Type.Union([Type.Literal('guide-only'), Type.Literal('online')]),
  /** The code of the place the item came from, as written there. */
  code: Text(100),
  /** 基本编码, 12 digits, GB/T 39554.1. */
  nationalCode: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
  /** 实施编码, 31 places. */
  implementationCode: Type.Optional(Text(80)),
  name: Text(1000),
  nameEn: Type.Optional(Text(1000)),
  kind: ItemKind,
  audience: Type.Array(Type.Union([Type.Literal('person'), Type.Literal('firm')]), { minItems: 1 }),
  organisationId: Type.String({ format: 'uuid' }),
  organisationName: Text(200),
  summary: Type.String({ maxLength: 2000 }),
  summaryEn: Type.Optional(Text(2000)),
  lifeEvents: Type.Array(key),
  /** How people say it; found like the name, after it. */
  words: Type.Array(Text(100)),
  conditions: Type.Array(Text(2000)),
  conditionsEn: Type.Optional(Type.Array(Text(2000))),
  materials: Type.Array(Material, { maxItems: 100 }),
  legalLimit: Type.Optional(Limit),
  promisedLimit: Type.Optional(Limit),
  fee: Fee,
  laws: Type.Array(LawCitation),
  channels: Type.Array(Channel),
  windows: Type.Array(WindowPlace),
  /** 周一至周五 9:00–12:00, 13:30–17:00; the halls' own hours count for the clock. */
  hours: Type.String({ maxLength: 500 }),
  phone: Type.String({ maxLength: 256 }),
  complaintPhone: Type.String({ maxLength: 256 }),
  remedies: Type.Optional(Remedies),
  /** Absent while the guide is incomplete. */
  form: Type.Optional(Type.Unsafe<FormDefinition>({ type: 'object', additionalProperties: true })),
  process: Type.Optional(Process),
  certificateType: Type.Optional(Text(100)),
  retention: Type.Optional(Retention),
  faqs: Type.Array(Faq),
  particulars: Particulars,
});
export type ItemContent = Static<typeof ItemContent>;

import type { ItemContent, LawCitation, Limit, Material, Process, WindowPlace } from '../contract.ts';
import { expandForm, sentence, type Yaml } from './expand-form.ts';

export type ShippedOrganisation = {
  readonly key: string;
  readonly name: string;
  readonly short: string;
  readonly code: string;
  readonly number: string;
  readonly kind: string;
  readonly phone: string;
  readonly complaint: string;
};

export type ShippedContent = Omit<ItemContent, 'organisationId' | 'organisationName'>;

export type Surroundings = {
  readonly organisation: ShippedOrganisation;
  readonly hall: WindowPlace & { readonly hours: string };
  readonly sections: Readonly<Record<string, Yaml>>;
};

const cityLevel = '3';

/** A guide written short, as whole content: what is the same for every item of the city is said here once. */
export function expandItem(given: Yaml, { organisation, hall, sections }: Surroundings): ShippedContent {
  const {
    organisation: _key,
    basic,
    form,
    materials,
    steps,
    excluded,
    silence,
    fieldRights,
    legal,
    promised,
    ...rest
  } = given;
  const implementation = `${organisation.code}${cityLevel}${basic}`;
  const { hours, ...place } = hall;
  return {
    online: 'online',
    code: implementation,
    nationalCode: String(basic),
    implementationCode: implementation,
    fee: { isCharged: false, items: [] },
    channels: ['online', 'counter'],
    windows: [{ ...place, window: `${organisation.number} 号窗口（${organisation.short}）` }],
    hours,
    phone: organisation.phone,
    complaintPhone: organisation.complaint,
    remedies,
    faqs: [],
    words: [],
    lifeEvents: [],
    ...(rest as Pick<ShippedContent, 'name' | 'kind' | 'audience' | 'summary' | 'conditions' | 'laws'>),
    legalLimit: readLimit(String(legal)),
    promisedLimit: readLimit(String(promised)),
    form: expandForm(form as Yaml, sections),
    materials: ((materials ?? []) as Yaml[]).map(expandMaterial),
    process: {
      steps,
      excluded: excluded ?? [],
      silence: readSilence(silence ?? 'none'),
      ...(fieldRights ? { fieldRights } : {}),
    } as Process,
    particulars: {
      level: '市级',
      powerSource: '法定本级行使',
      departmentCode: organisation.code,
      departmentKind: organisation.kind,
      handling: 'promised',
      visits: 0,
      isInHall: true,
      ...(rest.particulars as Yaml | undefined),
    },
  };
}

const remedies: ItemContent['remedies'] = {
  review: {
    body: '示例市人民政府',
    days: 60,
    law: { law: '行政复议法', article: '第二十条', says: '自知道行政行为之日起六十日内可以申请行政复议。' },
  },
  suit: {
    court: '示例市青禾区人民法院',
    months: 6,
    law: { law: '行政诉讼法', article: '第四十六条', says: '自知道行政行为作出之日起六个月内可以起诉。' },
  },
};

/** `20 working-days`, `60 days`, `6 months`. */
function readLimit(text: string): Limit {
  const [, amount, unit] = /^([\d.]+) (working-days|days|months)$/.exec(text) ?? [];
  if (!amount) throw new Error(`not a limit: ${text}`);
  return { amount: Number(amount), unit: unit as Limit['unit'] };
}

function readSilence(given: unknown): Process['silence'] {
  if (given !== 'none' && given !== 'approve')
    throw new Error(`silence is none, or approve where a law says so, not ${given}: only a person refuses`);
  return given;
}

/** Checks are a list of sentences, `中文 | English`; keys follow their order. */
function expandMaterial({ checks, law, ...given }: Yaml): Material {
  return {
    need: 'required',
    form: 'electronic',
    copies: 1,
    source: 'applicant',
    accept: ['application/pdf', 'image/jpeg', 'image/png'],
    maxBytes: 10_485_760,
    ...given,
    ...(law ? { law: law as LawCitation } : {}),
    checks: (checks as string[]).map((text, i) => {
      const { zh, en } = sentence(text);
      return { key: `c${i + 1}`, text: zh, textEn: en };
    }),
  } as Material;
}

import { BegunContent, ItemContent, type ItemVersion } from '@zhengtong/catalogue/contract';
import { sayKeyword } from '@zhengtong/kernel';
import type { TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import { LineCounter, parseDocument, stringify } from 'yaml';
import { lang } from '../../sentences/say.ts';

/** The parts of a guide that can be written as text, each with the fields in it. */
export const written = {
  form: ['form'],
  materials: ['materials'],
  process: ['process'],
  places: ['channels', 'windows'],
  laws: ['laws'],
  fee: ['fee'],
  remedies: ['remedies'],
  faqs: ['faqs'],
  rest: ['nationalCode', 'implementationCode', 'certificateType', 'retention', 'conditionsEn', 'particulars'],
} as const satisfies Record<string, readonly (keyof ItemContent)[]>;

export type Part = keyof typeof written;
export const parts = Object.keys(written) as Part[];

/** What an editor writes of a version, without what the house keeps about it. */
export function contentOf(version: ItemVersion): ItemContent {
  const own = Object.keys(ItemContent.properties);
  return Object.fromEntries(Object.entries(version).filter(([key]) => own.includes(key))) as ItemContent;
}

/** A guide with nothing in it but what must be somewhere. */
export const emptyContent = (organisation: { id: string; name: string }): ItemContent => ({
  online: 'guide-only',
  code: '',
  name: '',
  kind: '公共服务',
  audience: ['person'],
  organisationId: organisation.id,
  organisationName: organisation.name,
  summary: '',
  lifeEvents: [],
  words: [],
  conditions: [],
  materials: [],
  fee: { isCharged: false, items: [] },
  laws: [],
  channels: ['online'],
  windows: [],
  hours: '',
  phone: '',
  complaintPhone: '',
  faqs: [],
  particulars: {},
});

/** The fields of one part, as they stand. */
export function takePart(content: ItemContent, part: Part): Partial<ItemContent> {
  const fields: readonly (keyof ItemContent)[] = written[part];
  return Object.fromEntries(fields.flatMap((field) => (field in content ? [[field, content[field]]] : [])));
}

/** The content with one part in the place of what it was; what the part no longer has is gone. */
export function putPart(content: ItemContent, part: Part, given: Partial<ItemContent>): ItemContent {
  const fields: readonly string[] = written[part];
  const kept = Object.entries(content).filter(([key]) => !fields.includes(key));
  return { ...Object.fromEntries(kept), ...given } as ItemContent;
}

/** One part as YAML: a part of one field is that field's own value. */
export function writePart(content: ItemContent, part: Part): string {
  const fields: readonly (keyof ItemContent)[] = written[part];
  const [only, ...others] = fields;
  if (only && others.length === 0) return content[only] === undefined ? '' : stringify(content[only]);
  return stringify(takePart(content, part));
}

export type PartRead =
  | { readonly ok: true; readonly content: ItemContent }
  | { readonly ok: false; readonly line: number; readonly text: string };

/**
 * The content with one part as it was typed: YAML that has the shape of the contract, so that fields can show it. What is
 * only missing yet is no fault of it; whether it may be published the server judges.
 */
export function readPart(content: ItemContent, part: Part, text: string): PartRead {
  const counter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: counter });
  const lineOf = (at: number): number => counter.linePos(at).line;
  const broken = parsed.errors[0];
  if (broken) return { ok: false, line: lineOf(broken.pos[0]), text: broken.message.split('\n')[0] ?? '' };
  const value: unknown = parsed.toJS();
  const fields: readonly (keyof ItemContent)[] = written[part];
  const only = fields.length === 1 ? fields[0] : undefined;
  if (!only && value !== null && (typeof value !== 'object' || Array.isArray(value)))
    return { ok: false, line: 1, text: '…: …' };
  const given = (only ? (value === null ? {} : { [only]: value }) : (value ?? {})) as Partial<ItemContent>;
  // A field that has its own place on the page is not written here a second time.
  const strange = Object.keys(given).find((key) => !(fields as readonly string[]).includes(key));
  if (strange !== undefined) return { ok: false, line: 1, text: strange };
  const wrong = findMisshapen(given);
  if (!wrong) return { ok: true, content: putPart(content, part, given) };
  const steps = wrong.at.slice(only ? 1 : 0);
  return { ok: false, line: lineOf(startOf(parsed, steps)), text: [...wrong.at, wrong.say].join(' ') };
}

type Parsed = ReturnType<typeof parseDocument>;

/** Where in the text something stands, or what it would stand in. */
function startOf(parsed: Parsed, steps: readonly string[]): number {
  for (let count = steps.length; count > 0; count--) {
    const node = parsed.getIn(steps.slice(0, count), true) as { range?: readonly number[] } | undefined;
    if (node?.range?.[0] !== undefined) return node.range[0];
  }
  return 0;
}

/** The first thing the contract has no place for, in words. */
function findMisshapen(given: Partial<ItemContent>): { at: string[]; say: string } | undefined {
  const { properties } = BegunContent as unknown as { properties: Record<string, TSchema> };
  for (const [field, value] of Object.entries(given)) {
    // Of a union the last is the outermost; of a member nobody declared the first only says that it is false.
    const all = Errors(properties[field] as TSchema, value).filter(({ keyword }) => keyword !== 'boolean');
    const [first] = all;
    if (!first) continue;
    const said = all.find(({ keyword, instancePath }) => keyword === 'anyOf' && instancePath === first.instancePath);
    const { requiredProperties, additionalProperties } = first.params as Record<string, unknown[] | undefined>;
    const params = said
      ? { allowedValues: all.flatMap(({ params }) => ('allowedValue' in params ? [params.allowedValue] : [])) }
      : {
          ...first.params,
          missingProperty: requiredProperties?.[0],
          additionalProperties: additionalProperties?.[0],
          additionalProperty: additionalProperties?.[0],
        };
    const keyword = said && params.allowedValues ? 'enum' : first.keyword;
    const words = sayKeyword({ keyword, params, message: first.message });
    return { at: [field, ...first.instancePath.split('/').slice(1)], say: words[lang] };
  }
  return undefined;
}

/** The part a field is written in; undefined for the main fields, which have places of their own. */
export const partOf = (field: string): Part | undefined =>
  parts.find((part) => (written[part] as readonly string[]).includes(field));

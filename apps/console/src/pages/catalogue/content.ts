import { ItemContent, type ItemVersion } from '@zhengtong/catalogue/contract';
import { LineCounter, parseDocument, stringify } from 'yaml';

/** The parts of a guide that are written as YAML, each with the fields in it. */
export const written = {
  form: ['form'],
  materials: ['materials'],
  process: ['process'],
  rest: [
    'nationalCode',
    'implementationCode',
    'laws',
    'fee',
    'channels',
    'windows',
    'remedies',
    'certificateType',
    'retention',
    'faqs',
    'conditionsEn',
    'particulars',
  ],
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

/** One part as YAML: a part of one field is that field's own value. */
export function writePart(content: ItemContent, part: Part): string {
  const fields: readonly (keyof ItemContent)[] = written[part];
  const [only, ...others] = fields;
  if (only && others.length === 0) return content[only] === undefined ? '' : stringify(content[only]);
  return stringify(Object.fromEntries(fields.flatMap((field) => (field in content ? [[field, content[field]]] : []))));
}

export type PartRead =
  | { readonly ok: true; readonly content: ItemContent }
  | { readonly ok: false; readonly line: number; readonly text: string };

/** The content with one part as it was typed; the server judges what it says, this only whether it is YAML. */
export function readPart(content: ItemContent, part: Part, text: string): PartRead {
  const counter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: counter });
  const wrong = parsed.errors[0];
  if (wrong) return { ok: false, line: counter.linePos(wrong.pos[0]).line, text: wrong.message.split('\n')[0] ?? '' };
  const value: unknown = parsed.toJS();
  const fields: readonly (keyof ItemContent)[] = written[part];
  const kept = Object.fromEntries(
    Object.entries(content).filter(([key]) => !(fields as readonly string[]).includes(key)),
  );
  const [only, ...others] = fields;
  if (only && others.length === 0) {
    const one = value === null || value === undefined ? {} : { [only]: value };
    return { ok: true, content: { ...kept, ...one } as ItemContent };
  }
  if (value !== null && (typeof value !== 'object' || Array.isArray(value)))
    return { ok: false, line: 1, text: '…: …' };
  // A field that has its own place on the page is not written here a second time.
  const strange = Object.keys(value ?? {}).find((key) => !(fields as readonly string[]).includes(key));
  if (strange !== undefined) return { ok: false, line: 1, text: strange };
  return { ok: true, content: { ...kept, ...(value as object | null) } as ItemContent };
}

/** Where on the page a check points: `/materials/2/checks` is in the YAML of the materials. */
export function placeOf(at: string): string {
  const field = at.split('/')[1] ?? '';
  const part = parts.find((one) => (written[one] as readonly string[]).includes(field));
  return `at-${part ?? field}`;
}

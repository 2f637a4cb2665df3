import type { ItemContent } from '../contract.ts';

/** An item as a source gives it, before its department is an organisation of the house. */
export type ItemRecord = {
  readonly divisionCode: string;
  readonly department: { readonly name: string; readonly code: string };
  readonly content: Omit<ItemContent, 'organisationId' | 'organisationName'>;
};

export type Reading =
  | { readonly ok: true; readonly record: ItemRecord }
  | { readonly ok: false; readonly reason: string };

export const unread = (zh: string, en: string): Reading => ({ ok: false, reason: `${zh} · ${en}` });

/** What a guide has before anybody wrote it: not on line, nothing claimed that the source does not say. */
export const bareGuide = {
  online: 'guide-only',
  audience: ['person', 'firm'],
  summary: '',
  lifeEvents: [],
  words: [],
  conditions: [],
  materials: [],
  fee: { isCharged: false, items: [] },
  laws: [],
  channels: [],
  windows: [],
  hours: '',
  phone: '',
  complaintPhone: '',
  faqs: [],
} satisfies Partial<ItemContent>;

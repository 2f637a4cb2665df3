import { defineEvent, defineRoute, type Role } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';
import { BegunContent, DraftContent } from './contract-begun.ts';
import { type Channel, ItemContent, ItemKind } from './contract-item.ts';

export * from './contract-begun.ts';
export type * from './contract-form.ts';
export * from './contract-item.ts';
export * from './contract-process.ts';

const Uuid = Type.String({ format: 'uuid' });
const Division = Type.String({ pattern: '^[1-9][0-9]{5}$' });
const Sentence = Type.Object({ zh: Type.String(), en: Type.String() });

/** One addend of the quality score: points reached of points possible, and what they are given for. */
export const QualityPart = Type.Object({
  key: Type.String(),
  points: Type.Number(),
  most: Type.Number(),
  say: Sentence,
});
export const Quality = Type.Object({ score: Type.Number(), parts: Type.Array(QualityPart) });
export type Quality = Static<typeof Quality>;

export const ItemState = Type.Union([
  Type.Literal('draft'),
  Type.Literal('in-review'),
  Type.Literal('published'),
  Type.Literal('withdrawn'),
]);
export type ItemState = Static<typeof ItemState>;

/** One version of one item of one division. A case is pinned to the version it was filed under. */
export const ItemVersion = Type.Object({
  divisionCode: Division,
  itemId: Uuid,
  version: Type.Integer({ minimum: 1 }),
  state: ItemState,
  /** Counts the savings of a draft; a saving says which one it changes. */
  revision: Type.Integer(),
  quality: Quality,
  editedBy: Type.String(),
  editedAt: Type.String(),
  publishedAt: Type.Union([Type.String(), Type.Null()]),
  ...ItemContent.properties,
});
export type ItemVersion = Static<typeof ItemVersion>;

/**
 * A guide that can be applied for: everything a case stands on is there, publication has proved it. Remedies may be
 * missing: 公共服务 decides nothing about a right.
 */
export type OnlineItem = ItemVersion &
  Required<Pick<ItemVersion, 'legalLimit' | 'promisedLimit' | 'form' | 'process'>> & {
    readonly online: 'online';
  };

/** One failed check before publication. `error` stops it, `advice` is shown. */
export const PublicationProblem = Type.Object({
  key: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('advice')]),
  /** Where in the content, as a JSON pointer: /materials/2/checks. */
  at: Type.String(),
  say: Sentence,
});
export type PublicationProblem = Static<typeof PublicationProblem>;

/** A row of a list or of found items. */
export const ItemSummary = Type.Object({
  divisionCode: Division,
  itemId: Uuid,
  version: Type.Integer(),
  code: Type.String(),
  name: Type.String(),
  nameEn: Type.Union([Type.String(), Type.Null()]),
  kind: ItemKind,
  online: Type.Union([Type.Literal('guide-only'), Type.Literal('online')]),
  organisationId: Uuid,
  organisationName: Type.String(),
  audience: Type.Array(Type.String()),
  summary: Type.String(),
  summaryEn: Type.Union([Type.String(), Type.Null()]),
  /** How many divisions offer the same basic item; more than one where the search is not scoped. */
  divisions: Type.Integer(),
});
export type ItemSummary = Static<typeof ItemSummary>;

export const ItemPage = Type.Object({
  items: Type.Array(ItemSummary),
  /** Give it back as `after` for the next page; null on the last. */
  after: Type.Union([Type.String(), Type.Null()]),
  /** Nothing is about what was asked for; the items, if any, are other benefits: of 取暖补贴 高龄津贴. */
  isWeak: Type.Boolean(),
});
export type ItemPage = Static<typeof ItemPage>;

/** 人生事件: birth, school, work, a shop, old age; how people look for a service without knowing its name. */
export const LifeEvent = Type.Object({
  key: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  audience: Type.Union([Type.Literal('person'), Type.Literal('firm')]),
  items: Type.Integer(),
});
export type LifeEvent = Static<typeof LifeEvent>;

const English = Type.Union([Type.String(), Type.Null()]);

export const Hall = Type.Object({
  id: Uuid,
  /** It closed for good. */
  isEnded: Type.Boolean(),
  name: Type.String(),
  nameEn: English,
  address: Type.String(),
  addressEn: English,
  phone: Type.String(),
  hours: Type.String(),
  hoursEn: English,
  windows: Type.Array(
    Type.Object({
      id: Uuid,
      number: Type.String(),
      name: Type.String(),
      organisationId: Type.Union([Uuid, Type.Null()]),
    }),
  ),
});
export type Hall = Static<typeof Hall>;

const Which = Type.Object({ divisionCode: Division, itemId: Uuid, version: Type.Integer() });
export const ItemPublished = defineEvent('item.published', Which);
export const ItemWithdrawn = defineEvent('item.withdrawn', Which);

const words = Type.Optional(Type.String({ maxLength: 200 }));
const after = Type.Optional(Type.String({ maxLength: 200 }));

export const SearchItems = defineRoute({
  method: 'GET',
  path: '/api/v1/items',
  summary: 'Search published items as people speak, or list them (检索事项)',
  allow: ['public'],
  query: Type.Object({
    words,
    divisionCode: Type.Optional(Division),
    organisationId: Type.Optional(Uuid),
    audience: Type.Optional(Type.Union([Type.Literal('person'), Type.Literal('firm')])),
    lifeEvent: Type.Optional(Type.String({ maxLength: 64 })),
    after,
  }),
  response: ItemPage,
});

/** What an item that is only on an imported list says nothing of; the answer then leaves it out. */
export const unsaidOfListed = [
  'audience',
  'summary',
  'conditions',
  'materials',
  'fee',
  'laws',
  'channels',
  'windows',
  'hours',
  'phone',
  'complaintPhone',
  'faqs',
] as const satisfies readonly (keyof ItemContent)[];

/** The guide as the public reads it: everything but who edited it. What is absent is not known, which is never "none". */
export const PublicItem = Type.Object({
  divisionCode: Division,
  itemId: Uuid,
  version: Type.Integer(),
  quality: Quality,
  publishedAt: Type.Union([Type.String(), Type.Null()]),
  ...Type.Omit(ItemContent, unsaidOfListed).properties,
  ...Type.Partial(Type.Pick(ItemContent, unsaidOfListed)).properties,
});
export type PublicItem = Static<typeof PublicItem>;

export const ReadItem = defineRoute({
  method: 'GET',
  path: '/api/v1/items/:divisionCode/:itemId',
  summary: 'Read the published guide of one item (办事指南)',
  allow: ['public'],
  params: Type.Object({ divisionCode: Division, itemId: Uuid }),
  response: PublicItem,
});

const desk: readonly Role[] = ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'];
const InDivision = Type.Object({ itemId: Uuid });
const OneVersion = Type.Object({ itemId: Uuid, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const Done = Type.Object({ itemId: Uuid, version: Type.Integer(), revision: Type.Integer() });

/** What an editor sees of an item: the version that stands and the one in work. */
export const EditorRow = Type.Object({
  itemId: Uuid,
  code: Type.String(),
  name: Type.String(),
  nameEn: English,
  organisationId: Uuid,
  organisationName: Type.String(),
  online: Type.String(),
  publishedVersion: Type.Union([Type.Integer(), Type.Null()]),
  workVersion: Type.Union([Type.Integer(), Type.Null()]),
  workState: Type.Union([ItemState, Type.Null()]),
  quality: Type.Number(),
});
export type EditorRow = Static<typeof EditorRow>;

/** Halls of the division with their counters, for whoever publishes hours or closings. */
export const ListHalls = defineRoute({
  method: 'GET',
  path: '/api/console/halls',
  summary: 'Halls and counters of the division, ended ones too (政务大厅)',
  allow: desk,
  response: Type.Object({ halls: Type.Array(Hall) }),
});

export const ListItemsForEditors = defineRoute({
  method: 'GET',
  path: '/api/console/items',
  summary: 'Items of the division with the version that stands and the one in work (事项管理)',
  allow: desk,
  query: Type.Object({
    words,
    organisationId: Type.Optional(Uuid),
    state: Type.Optional(ItemState),
    after: Type.Optional(Uuid),
  }),
  response: Type.Object({ items: Type.Array(EditorRow), after: Type.Union([Type.String(), Type.Null()]) }),
});

export const ReadVersion = defineRoute({
  method: 'GET',
  path: '/api/console/items/:itemId/versions/:version',
  summary: 'Read one version of an item (事项版本)',
  allow: desk,
  params: OneVersion,
  response: ItemVersion,
});

export const ItemAction = Type.Object({
  version: Type.Integer(),
  action: Type.String(),
  actor: Type.String(),
  at: Type.String(),
  note: Type.Union([Type.String(), Type.Null()]),
});
export const ReadHistory = defineRoute({
  method: 'GET',
  path: '/api/console/items/:itemId/history',
  summary: 'Who did what to an item, newest first (事项沿革)',
  allow: desk,
  params: InDivision,
  response: Type.Object({ actions: Type.Array(ItemAction) }),
});

export const SaveDraft = defineRoute({
  method: 'POST',
  path: '/api/console/drafts',
  summary: 'Save a draft: of a new item, or of the next version of one (保存草稿)',
  allow: ['editor'],
  body: Type.Object({
    itemId: Type.Optional(Uuid),
    /** The revision this saving is based on; 0 for a first one. */
    revision: Type.Integer({ minimum: 0 }),
    content: DraftContent,
  }),
  response: Done,
});

export const CheckDraft = defineRoute({
  method: 'POST',
  path: '/api/console/draft-checks',
  summary: 'What still stops publication, and the quality score with its parts (发布前检查)',
  allow: ['editor', 'approver', 'supervisor'],
  body: Type.Object({ content: BegunContent }),
  response: Type.Object({ problems: Type.Array(PublicationProblem), quality: Quality }),
});

export const SendToReview = defineRoute({
  method: 'POST',
  path: '/api/console/items/:itemId/versions/:version/review',
  summary: 'Send a draft to review (送审)',
  allow: ['editor'],
  params: OneVersion,
  response: Done,
});

export const ReturnDraft = defineRoute({
  method: 'POST',
  path: '/api/console/items/:itemId/versions/:version/return',
  summary: 'Send a version in review back to its editor, with the reason (退回修改)',
  allow: ['approver', 'supervisor'],
  params: OneVersion,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1000 }) }),
  response: Done,
});

export const PublishItem = defineRoute({
  method: 'POST',
  path: '/api/console/items/:itemId/versions/:version/publication',
  summary: 'Publish a version in review; the one before stays for cases filed under it (发布)',
  allow: ['approver', 'supervisor'],
  params: OneVersion,
  response: Done,
});

export const WithdrawItem = defineRoute({
  method: 'POST',
  path: '/api/console/items/:itemId/withdrawal',
  summary: 'Take a published item off the list, with the reason; open cases go on (下线)',
  allow: ['approver', 'supervisor'],
  params: InDivision,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1000 }) }),
  response: Done,
});

export const ListQuarantine = defineRoute({
  method: 'GET',
  path: '/api/console/imports/quarantine',
  summary: 'Lines of imports that were not taken, with the reason (导入隔离区)',
  allow: ['editor', 'administrator'],
  query: Type.Object({ after }),
  response: Type.Object({
    lines: Type.Array(
      Type.Object({
        source: Type.String(),
        line: Type.Integer(),
        reason: Type.String(),
        text: Type.String(),
        at: Type.String(),
      }),
    ),
    after: Type.Union([Type.String(), Type.Null()]),
  }),
});

export const channelNames: Record<Static<typeof Channel>, { zh: string; en: string }> = {
  online: { zh: '网上办理', en: 'Online' },
  counter: { zh: '窗口办理', en: 'At the counter' },
  post: { zh: '快递申请', en: 'By post' },
  mobile: { zh: '掌上办理', en: 'On a phone' },
  terminal: { zh: '自助终端', en: 'Self-service terminal' },
};

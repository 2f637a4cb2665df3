import { FileLine } from '@zhengtong/files/contract';
import { defineRoute, type Role } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';

export * from './contract-events.ts';
export * from './contract-reveal.ts';

const Sight = Type.Union([
  Type.Literal('hidden'),
  Type.Literal('masked'),
  Type.Literal('on-reason'),
  Type.Literal('plain'),
]);

const Uuid = Type.String({ format: 'uuid' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Day = Type.String();
const desk: readonly Role[] = ['clerk', 'reviewer', 'approver', 'supervisor'];

/** A row of an inbox: enough to choose by, the applicant masked. */
export const InboxRow = Type.Object({
  caseId: Uuid,
  number: Type.String(),
  officialNumber: Nullable(Type.String()),
  itemName: Type.String(),
  applicant: Type.String(),
  status: Type.String(),
  step: Nullable(Type.String()),
  isPaused: Type.Boolean(),
  isOverdue: Type.Boolean(),
  /** The clock stands longer than the item says its procedure may last (行政许可法 45). */
  isPauseOverdue: Type.Boolean(),
  dueOn: Nullable(Day),
  heldBy: Nullable(Type.String()),
  submittedAt: Nullable(Type.String()),
});
export type InboxRow = Static<typeof InboxRow>;

const Queue = Type.Union([
  Type.Literal('mine'),
  Type.Literal('warned'),
  Type.Literal('free'),
  Type.Literal('waiting'),
  Type.Literal('overdue'),
  Type.Literal('closed'),
]);

export const ListInbox = defineRoute({
  method: 'GET',
  path: '/api/console/inbox',
  summary: 'Cases of one queue, the most urgent first (待办)',
  allow: desk,
  query: Type.Object({
    queue: Queue,
    status: Type.Optional(Type.String({ maxLength: 20 })),
    words: Type.Optional(Type.String({ maxLength: 100 })),
    after: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
  }),
  response: Type.Object({
    rows: Type.Array(InboxRow),
    after: Nullable(Type.String()),
    counts: Type.Object({
      mine: Type.Integer(),
      warned: Type.Integer(),
      free: Type.Integer(),
      waiting: Type.Integer(),
      overdue: Type.Integer(),
    }),
  }),
});

const Sentence = Type.Object({ zh: Type.String(), en: Type.String() });
const Explained = Type.Object({ on: Day, reason: Type.String(), counts: Type.Number(), why: Sentence });

/** One clock as it stands today, with the reason of each day. */
export const ClockView = Type.Object({
  name: Type.Union([
    Type.Literal('acceptance'),
    Type.Literal('correction'),
    Type.Literal('promised'),
    Type.Literal('legal'),
    Type.Literal('delivery'),
  ]),
  dueOn: Nullable(Day),
  isStanding: Type.Boolean(),
  isOverdue: Type.Boolean(),
  isProvisional: Type.Boolean(),
  used: Type.Number(),
  left: Type.Number(),
  unit: Type.String(),
  days: Type.Array(Explained),
});
export type ClockView = Static<typeof ClockView>;

export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  kind: Type.String(),
  at: Type.String(),
  byKind: Type.String(),
  by: Type.String(),
  /** What was said: reason, opinion, points; each with its name in the log. */
  said: Type.Array(Type.Object({ key: Type.String(), text: Type.String() })),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

export const MaterialView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  isRequired: Type.Boolean(),
  /** Not for this post in this state: no file is told. */
  isHidden: Type.Boolean(),
  files: Type.Array(
    Type.Object({
      ...FileLine.properties,
      /** Where it was taken over from, in the reader's language; null where it was uploaded for this case. */
      source: Nullable(Type.String()),
    }),
  ),
  /** Files were there and were erased: when and why, in the reader's language. */
  erased: Nullable(Type.String()),
  checks: Type.Array(
    Type.Object({
      key: Type.String(),
      text: Type.String(),
      isFine: Nullable(Type.Boolean()),
      note: Nullable(Type.String()),
    }),
  ),
});

/** Everything an officer works a case with. The applicant's own words and numbers, so that reading it is noted. */
export const CaseView = Type.Object({
  caseId: Uuid,
  number: Type.String(),
  officialNumber: Nullable(Type.String()),
  status: Type.String(),
  itemId: Uuid,
  itemVersion: Type.Integer(),
  itemName: Type.String(),
  organisationId: Uuid,
  isPaused: Type.Boolean(),
  isOverdue: Type.Boolean(),
  heldBy: Nullable(Type.String()),
  heldByMe: Type.Boolean(),
  outcome: Nullable(Type.String()),
  applicant: Type.Object({ kind: Type.String(), name: Type.String(), number: Type.String(), phone: Type.String() }),
  answers: Type.Array(
    Type.Object({
      section: Type.String(),
      key: Type.String(),
      label: Type.String(),
      sight: Sight,
      /** As this post may see them; none where it may see nothing. */
      lines: Type.Array(Type.String()),
      source: Nullable(Type.String()),
      /** As a register has it: the applicant cannot change it, so that no correction asks for it. */
      isFixed: Type.Boolean(),
      /** Of an answer that is files. */
      files: Type.Array(FileLine),
    }),
  ),
  /** The questions that apply to these answers, answered or not: what a correction can point at. */
  questions: Type.Array(Type.Object({ key: Type.String(), label: Type.String() })),
  /** What is masked and can be shown whole to this officer now, for a reason. */
  revealable: Type.Array(Type.Object({ field: Type.String(), of: Type.String(), label: Type.String() })),
  materials: Type.Array(MaterialView),
  steps: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      role: Type.String(),
      isDone: Type.Boolean(),
      isDue: Type.Boolean(),
      dueOn: Nullable(Day),
    }),
  ),
  clocks: Type.Array(ClockView),
  timeline: Type.Array(TimelineEntry),
  /** What this officer may do now. */
  may: Type.Array(Type.String()),
  excluded: Type.Array(
    Type.Object({ key: Type.String(), name: Type.String(), law: Type.String(), mostDays: Type.Integer() }),
  ),
  laws: Type.Array(Type.Object({ law: Type.String(), article: Type.String() })),
  /** What nobody looked at yet, or what was found wrong: a decision confirms each. */
  openPoints: Type.Array(
    Type.Object({ key: Type.String(), kind: Type.String(), of: Type.String(), text: Type.String() }),
  ),
  /** Letters written so far, each to keep as PDF or OFD. */
  letters: Type.Array(
    Type.Union([
      Type.Literal('correction'),
      Type.Literal('acceptance'),
      Type.Literal('non-acceptance'),
      Type.Literal('decision'),
    ]),
  ),
  certificate: Nullable(Type.Object({ id: Uuid, identifier: Type.String(), status: Type.String() })),
});
export type CaseView = Static<typeof CaseView>;

const params = Type.Object({ caseId: Uuid });

export const GetCase = defineRoute({
  method: 'GET',
  path: '/api/console/cases/:caseId',
  summary: 'A case with form, materials, timeline and clock; the reading is noted (办件)',
  allow: desk,
  params,
  response: CaseView,
});

export const ReceiverView = Type.Object({ id: Uuid, name: Type.String(), names: Type.Array(Type.String()) });
export type ReceiverView = Static<typeof ReceiverView>;

export const ListReceivers = defineRoute({
  method: 'GET',
  path: '/api/console/cases/:caseId/receivers',
  summary: 'Organisations that could take a case over: somebody is there for what is still to come (转办)',
  allow: desk,
  params,
  response: Type.Object({ organisations: Type.Array(ReceiverView) }),
});

const Text = Type.String({ maxLength: 2000 });
const Law = Type.Object({ law: Type.String({ maxLength: 200 }), article: Type.String({ maxLength: 80 }) });

/** What an officer does to a case: one route, the action told by its kind, each with its own particulars. */
export const CaseCommand = Type.Union([
  Type.Object({ kind: Type.Literal('claim') }),
  Type.Object({ kind: Type.Literal('release') }),
  Type.Object({
    kind: Type.Literal('check'),
    material: Type.String({ maxLength: 64 }),
    check: Type.String({ maxLength: 64 }),
    isFine: Type.Boolean(),
    note: Type.Optional(Text),
  }),
  Type.Object({ kind: Type.Literal('compare-original'), material: Type.String({ maxLength: 64 }), fileId: Uuid }),
  Type.Object({
    kind: Type.Literal('ask-correction'),
    points: Type.Array(Type.Object({ at: Type.String({ maxLength: 64 }), problem: Text }), { maxItems: 100 }),
  }),
  Type.Object({ kind: Type.Literal('accept') }),
  Type.Object({ kind: Type.Literal('refuse-acceptance'), reason: Text, law: Type.Optional(Law) }),
  Type.Object({ kind: Type.Literal('pause'), procedure: Type.String({ maxLength: 64 }), reason: Text }),
  Type.Object({ kind: Type.Literal('resume') }),
  Type.Object({ kind: Type.Literal('extend'), workingDays: Type.Integer(), reason: Text }),
  Type.Object({
    kind: Type.Literal('finish-step'),
    step: Type.String({ maxLength: 64 }),
    agrees: Type.Boolean(),
    note: Text,
  }),
  Type.Object({ kind: Type.Literal('send-back'), toStep: Type.String({ maxLength: 64 }), reason: Text }),
  Type.Object({ kind: Type.Literal('transfer'), organisationId: Uuid, reason: Text }),
  Type.Object({
    kind: Type.Literal('decide'),
    outcome: Type.Union([Type.Literal('approved'), Type.Literal('approved-with-conditions'), Type.Literal('refused')]),
    reasons: Text,
    conditions: Type.Optional(Text),
    laws: Type.Optional(Type.Array(Law, { maxItems: 20 })),
    /** Every key of `openPoints`, where some stand open: decided in the knowledge of them. */
    confirmed: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 1000 })),
  }),
  Type.Object({
    kind: Type.Literal('deliver'),
    way: Type.Union([Type.Literal('online'), Type.Literal('counter'), Type.Literal('post')]),
  }),
  Type.Object({ kind: Type.Literal('archive') }),
]);
export type CaseCommand = Static<typeof CaseCommand>;

export const ActOnCase = defineRoute({
  method: 'POST',
  path: '/api/console/cases/:caseId/actions',
  summary: 'Act on a case: accept, ask for correction, pause, finish a step, decide … (办理)',
  allow: desk,
  params,
  body: CaseCommand,
  response: Type.Object({ status: Type.String(), seq: Type.Integer(), dueOn: Nullable(Day) }),
});

/** The public API's view of one's own case. */
export const OwnCaseView = Type.Object({
  caseId: Uuid,
  number: Type.String(),
  officialNumber: Nullable(Type.String()),
  status: Type.String(),
  outcome: Nullable(Type.String()),
  itemName: Type.String(),
  dueOn: Nullable(Day),
  submittedAt: Nullable(Type.String()),
});

const NamedFile = Type.Object({
  material: Type.String({ maxLength: 64 }),
  fileId: Type.String({
    format: 'uuid',
    description: '先用 POST /api/v1/files 传来的文件的编号 · the id of a file sent before by POST /api/v1/files',
  }),
  isTakenOver: Type.Optional(
    Type.Boolean({
      description:
        '沿用：这是同一申请人上次为同一事项、同一项材料交过的文件。没有过期、没有被认定有问题的，会另存一份随这一件提交，并注明来自哪一件 · the same applicant filed this file last time for the same item and material: unless it is past its validity or was found wrong, a copy of it is filed with this case, which says what case it comes from',
    }),
  ),
});

export const SubmitCase = defineRoute({
  method: 'POST',
  path: '/api/v1/cases',
  summary: 'File a case with answers and materials sent before (提交办件)',
  allow: ['person', 'firm'],
  body: Type.Object({
    divisionCode: Type.String({ pattern: '^[1-9][0-9]{5}$' }),
    itemId: Uuid,
    answers: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown()),
    materials: Type.Optional(Type.Array(NamedFile, { maxItems: 100 })),
  }),
  response: OwnCaseView,
});

export const ReadOwnCase = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId',
  summary: 'Read one of your own cases (查询办件)',
  allow: ['person', 'firm'],
  params,
  response: OwnCaseView,
});

export const ListOwnCases = defineRoute({
  method: 'GET',
  path: '/api/v1/cases',
  summary: 'Your own cases, newest first (我的办件)',
  allow: ['person', 'firm'],
  query: Type.Object({ before: Type.Optional(Uuid) }),
  response: Type.Object({ cases: Type.Array(OwnCaseView) }),
});

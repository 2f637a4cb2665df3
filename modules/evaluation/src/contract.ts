import { defineRoute, type Role } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';

export { RatingGiven, RectificationClosed, RectificationOpened, RectificationOverdue } from './contract-events.ts';
export { type Choice, choicesOf } from './domain/choices.ts';
export { grades, type Stars } from './domain/grades.ts';
export { limitPresets } from './domain/limits.ts';

const Uuid = Type.String({ format: 'uuid' });
const Stars = Type.Integer({ minimum: 1, maximum: 5 });
const StarsOrNull = Type.Union([Stars, Type.Null()]);
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const State = Type.Union([
  Type.Literal('opened'),
  Type.Literal('contacted'),
  Type.Literal('repaired'),
  Type.Literal('explained'),
  Type.Literal('fed-back'),
  Type.Literal('re-rated'),
  Type.Literal('closed'),
]);
const Month = Type.String({ pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' });
const desk: readonly Role[] = ['clerk', 'reviewer', 'approver', 'supervisor'];

export const ListRatings = defineRoute({
  method: 'GET',
  path: '/api/console/ratings',
  summary: 'Ratings under a name of the own organisation (实名评价)',
  allow: desk,
  query: Type.Object({ stars: Type.Optional(Stars), before: Type.Optional(Uuid) }),
  response: Type.Object({
    ratings: Type.Array(
      Type.Object({
        id: Uuid,
        caseId: Uuid,
        itemId: Uuid,
        itemName: Type.String(),
        stars: Stars,
        choices: Type.Array(Type.String()),
        hasWords: Type.Boolean(),
        againStars: StarsOrNull,
        givenOn: Type.String(),
        isSetAside: Type.Boolean(),
      }),
    ),
  }),
});

export const ListRatingGroups = defineRoute({
  method: 'GET',
  path: '/api/console/ratings/groups',
  summary: 'Anonymous ratings, delayed and in groups of five or more (匿名评价)',
  allow: desk,
  query: Type.Object({ before: Type.Optional(Uuid) }),
  response: Type.Object({
    groups: Type.Array(
      Type.Object({
        id: Uuid,
        releasedOn: Type.String(),
        ratings: Type.Array(
          Type.Object({
            stars: Stars,
            choices: Type.Array(Type.String()),
            words: TextOrNull,
            againStars: StarsOrNull,
          }),
        ),
      }),
    ),
  }),
});

export const SummariseRatings = defineRoute({
  method: 'GET',
  path: '/api/console/ratings/summary',
  summary: 'Ratings of the division by grade over months, none of fewer than five (评价统计)',
  allow: [...desk, 'editor', 'administrator', 'auditor'],
  query: Type.Object({
    from: Month,
    to: Month,
    organisationId: Type.Optional(Uuid),
    itemId: Type.Optional(Uuid),
  }),
  response: Type.Object({
    ended: Type.Integer(),
    rated: Type.Union([Type.Integer(), Type.Null()]),
    grades: Type.Union([
      Type.Object({
        1: Type.Integer(),
        2: Type.Integer(),
        3: Type.Integer(),
        4: Type.Integer(),
        5: Type.Integer(),
      }),
      Type.Null(),
    ]),
    satisfied: Type.Union([Type.Number(), Type.Null()]),
  }),
});

export const RectificationLine = Type.Object({
  id: Uuid,
  caseId: TextOrNull,
  itemName: TextOrNull,
  isGroup: Type.Boolean(),
  state: State,
  isAppealed: Type.Boolean(),
  isOverdue: Type.Boolean(),
  dueOn: TextOrNull,
  openedAt: Type.String(),
});

export const RectificationView = Type.Object({
  ...RectificationLine.properties,
  limits: Type.String(),
  ratings: Type.Array(
    Type.Object({
      stars: Stars,
      choices: Type.Array(Type.String()),
      words: TextOrNull,
      againStars: StarsOrNull,
      againWords: TextOrNull,
    }),
  ),
  /** Whom to call back; null for a group and once closed. */
  caller: Type.Union([Type.Object({ name: Type.String(), phone: Type.String() }), Type.Null()]),
  actions: Type.Array(
    Type.Object({
      kind: Type.String(),
      at: Type.String(),
      by: Type.String(),
      byName: Type.String(),
      /** Of a rise: the post above it went to, in words. */
      toPost: TextOrNull,
      words: Type.String(),
    }),
  ),
  /** What the reader may do now. */
  may: Type.Array(Type.String()),
});
export type RectificationView = Static<typeof RectificationView>;

export const ListRectifications = defineRoute({
  method: 'GET',
  path: '/api/console/rectifications',
  summary: 'Rectifications of the own organisation (差评整改)',
  allow: desk,
  query: Type.Object({
    state: Type.Optional(State),
    overdue: Type.Optional(Type.Boolean()),
    before: Type.Optional(Uuid),
  }),
  response: Type.Object({ rectifications: Type.Array(RectificationLine) }),
});

export const GetRectification = defineRoute({
  method: 'GET',
  path: '/api/console/rectifications/:id',
  summary: 'One rectification with what was written and whom to call; the read is noted (整改详情)',
  allow: desk,
  params: Type.Object({ id: Uuid }),
  response: RectificationView,
});

const Words = Type.String({ minLength: 2, maxLength: 1000 });
const Step = Type.Union([
  Type.Literal('contacted'),
  Type.Literal('repaired'),
  Type.Literal('explained'),
  Type.Literal('fed-back'),
  Type.Literal('appeal-upheld'),
  Type.Literal('appeal-rejected'),
  Type.Literal('closed'),
]);
const Because = Type.Union([Type.Literal('mistaken'), Type.Literal('malicious')]);

export const ActOnRectification = defineRoute({
  method: 'POST',
  path: '/api/console/rectifications/:id/actions',
  summary: 'Contact, repair, explain, feed back, appeal, decide on an appeal, close (整改办理)',
  allow: desk,
  params: Type.Object({ id: Uuid }),
  body: Type.Union([
    Type.Object({ kind: Step, words: Words }),
    Type.Object({ kind: Type.Literal('appealed'), because: Because, words: Words }),
  ]),
  response: Type.Object({ state: State, dueOn: TextOrNull, isAppealed: Type.Boolean() }),
});

import { ok, refuse } from '@zhengtong/kernel';
import { type App, type Ctx, type Problems, serve } from '@zhengtong/platform';
import { type ActRefusal, actOnRectification } from './act-on-rectification.ts';
import * as contract from './contract.ts';
import { listRatingGroups, listRatings } from './list-ratings.ts';
import { findRectification, listRectifications } from './list-rectifications.ts';
import { summariseRatings } from './summarise-ratings.ts';

const divisionOf = (ctx: Ctx): string => ctx.actor.divisionCode ?? '';

const notFound = {
  status: 404,
  zh: '没有这个整改，或不归您的机构',
  en: 'There is no such rectification, or it is another body’s',
};

const actProblems: Problems<ActRefusal> = {
  'not-found': notFound,
  'not-now': { status: 409, zh: '整改当前的状态不能这样办理', en: 'The rectification is not in a state for this' },
  'not-yours': { status: 403, zh: '这一步要由其他岗位办理', en: 'This step belongs to another post' },
  'own-appeal': { status: 403, zh: '申诉要由另一人复核', en: 'Somebody else decides about an appeal' },
  'appealed-before': { status: 409, zh: '一个评价只能申诉一次', en: 'A rating can be appealed against once' },
  'words-missing': { status: 422, zh: '请写明情况', en: 'Say what was done, in words' },
};

export function evaluationRoutes(app: App): void {
  serve(
    app,
    contract.ListRatings,
    async (ctx, { query }) => ok({ ratings: unfreeze(await listRatings(ctx, query)) }),
    {},
  );
  serve(
    app,
    contract.ListRatingGroups,
    async (ctx, { query }) => ok({ groups: unfreeze(await listRatingGroups(ctx, query)) }),
    {},
  );
  serve(
    app,
    contract.SummariseRatings,
    (ctx, { query: { from, to, ...place } }) =>
      summariseRatings(ctx, { ...place, divisionCode: divisionOf(ctx), fromMonth: from, toMonth: to }),
    { 'months-wrong': { status: 422, zh: '月份的先后不对', en: 'The months are in the wrong order' } },
  );
  serve(
    app,
    contract.ListRectifications,
    async (ctx, { query: { overdue, ...query } }) =>
      ok({ rectifications: unfreeze(await listRectifications(ctx, { ...query, isOverdue: overdue })) }),
    {},
  );
  serve(
    app,
    contract.GetRectification,
    async (ctx, { params }) => {
      const found = await findRectification(ctx, params.id);
      return found ? ok(found) : refuse({ kind: 'not-found' });
    },
    { 'not-found': notFound },
  );
  serve(
    app,
    contract.ActOnRectification,
    (ctx, { params, body }) => actOnRectification(ctx, { divisionCode: divisionOf(ctx), id: params.id }, body),
    actProblems,
  );
}

type Thawed<T> = T extends readonly (infer U)[]
  ? Thawed<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Thawed<T[K]> }
    : T;

/** The same value; contracts are written with arrays that may change, our answers are not. */
const unfreeze = <T>(value: T): Thawed<T> => value as Thawed<T>;

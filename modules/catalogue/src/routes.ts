import { isId, ok, type Refusal, refuse } from '@zhengtong/kernel';
import { type App, type Ctx, type Problems, serve } from '@zhengtong/platform';
import * as contract from './contract.ts';
import { listHallsEver } from './halls.ts';
import { leaveOutUnsaid } from './leave-out-unsaid.ts';
import type { CataloguePorts } from './ports.ts';
import { checkForPublication } from './publication/check-for-publication.ts';
import { checkWithHouse } from './publication/check-with-house.ts';
import { scoreQuality } from './publication/quality.ts';
import { type PublishRefusal, publishItem, withdrawItem } from './publish-item.ts';
import { findPublishedItem } from './read-items.ts';
import { returnDraft, sendToReview } from './review-draft.ts';
import { saveDraft } from './save-draft.ts';
import { searchItems } from './search-items.ts';
import { listQuarantined } from './store-imports.ts';
import { findVersion, listActions, listForEditors } from './store-items.ts';

const divisionOf = (ctx: Ctx): string => ctx.actor.divisionCode ?? '';

const notFound: Problems<Refusal<'not-found'>> = {
  'not-found': { status: 404, zh: '没有这个事项或这个版本', en: 'There is no such item or version' },
};
const notAllowed: Problems<Refusal<'not-allowed'>> = {
  'not-allowed': { status: 403, zh: '您的岗位不能对这个事项这样做', en: 'Your post may not do this to this item' },
};

const reasonMissing: Problems<Refusal<'reason-missing'>> = {
  'reason-missing': { status: 422, zh: '请写明理由', en: 'Give the reason' },
};

const reviewProblems: Problems<PublishRefusal> = {
  ...reasonMissing,
  ...notFound,
  ...notAllowed,
  'not-a-draft': { status: 409, zh: '这个版本不是草稿', en: 'This version is not a draft' },
  'not-in-review': { status: 409, zh: '这个版本不在审核中', en: 'This version is not in review' },
  'own-draft': { status: 409, zh: '不能发布自己编写的事项', en: 'Whoever wrote a guide does not publish it' },
  'checks-failed': { status: 422, zh: '发布前检查没有通过', en: 'The checks before publication failed' },
};

export function catalogueRoutes(app: App, ports?: CataloguePorts): void {
  servePublic(app);
  serveReading(app);
  serveEditing(app, ports);
}

function servePublic(app: App): void {
  serve(app, contract.SearchItems, async (ctx, { query }) => ok(await searchItems(ctx, query)), {});
  serve(
    app,
    contract.ReadItem,
    async (ctx, { params }) => {
      const item = await findPublishedItem(ctx, params);
      return item ? ok(leaveOutUnsaid(item)) : refuse({ kind: 'not-found' });
    },
    notFound,
  );
}

function serveReading(app: App): void {
  serve(app, contract.ListHalls, async (ctx) => ok({ halls: await listHallsEver(ctx, divisionOf(ctx)) }), {});
  serve(
    app,
    contract.ListItemsForEditors,
    async (ctx, { query }) => {
      if (query.after !== undefined && !isId(query.after)) return ok({ items: [], after: null });
      const items = await listForEditors(ctx.tx, { ...query, divisionCode: divisionOf(ctx) });
      return ok({ items, after: items.length === 50 ? (items.at(-1)?.itemId ?? null) : null });
    },
    {},
  );
  serve(
    app,
    contract.ReadVersion,
    async (ctx, { params }) => {
      const found = await findVersion(ctx.tx, { divisionCode: divisionOf(ctx), ...params });
      return found ? ok(found) : refuse({ kind: 'not-found' });
    },
    notFound,
  );
  serve(
    app,
    contract.ReadHistory,
    async (ctx, { params }) =>
      ok({ actions: await listActions(ctx.tx, { divisionCode: divisionOf(ctx), itemId: params.itemId }) }),
    {},
  );
  serve(
    app,
    contract.ListQuarantine,
    async (ctx, { query }) => {
      const lines = await listQuarantined(ctx.tx, query.after);
      const last = lines.at(-1);
      return ok({ lines, after: lines.length === 50 && last ? `${last.source}~${last.line}` : null });
    },
    {},
  );
}

function serveEditing(app: App, ports?: CataloguePorts): void {
  const at = (ctx: Ctx, params: { itemId: string; version: number }) => ({ divisionCode: divisionOf(ctx), ...params });
  serve(app, contract.SaveDraft, (ctx, { body }) => saveDraft(ctx, { ...body, divisionCode: divisionOf(ctx) }), {
    ...notFound,
    ...notAllowed,
    'no-organisation': { status: 422, zh: '没有这个机构', en: 'There is no such organisation' },
    'code-taken': { status: 409, zh: '这个编码已有事项', en: 'Another item has this code' },
    'in-review': {
      status: 409,
      zh: '这个版本正在审核，不能修改',
      en: 'This version is in review and cannot be changed',
    },
    'changed-meanwhile': {
      status: 409,
      zh: '别人刚刚保存过，请重新打开再改',
      en: 'Somebody saved in between; open it again',
    },
  });
  serve(
    app,
    contract.CheckDraft,
    async (ctx, { body: { content } }) => {
      const problems = [
        ...checkForPublication(content),
        ...(await checkWithHouse(ctx, divisionOf(ctx), content, ports)),
      ];
      return ok({ problems, quality: scoreQuality(content) });
    },
    {},
  );
  serve(app, contract.SendToReview, (ctx, { params }) => sendToReview(ctx, at(ctx, params), ports), reviewProblems);
  serve(
    app,
    contract.ReturnDraft,
    (ctx, { params, body }) => returnDraft(ctx, { ...at(ctx, params), reason: body.reason }),
    reviewProblems,
  );
  serve(app, contract.PublishItem, (ctx, { params }) => publishItem(ctx, at(ctx, params), ports), reviewProblems);
  serve(
    app,
    contract.WithdrawItem,
    (ctx, { params, body }) => withdrawItem(ctx, { divisionCode: divisionOf(ctx), ...params, reason: body.reason }),
    {
      ...notFound,
      ...notAllowed,
      ...reasonMissing,
      'not-published': { status: 409, zh: '这个事项没有发布', en: 'The item is not published' },
    },
  );
}

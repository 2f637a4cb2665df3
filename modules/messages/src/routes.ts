import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type App, type Ctx, listFailedDeliveries, serve, tryDeliveryAgain } from '@zhengtong/platform';
import * as contract from './contract.ts';
import { listSendings, trySendingAgain } from './sendings.ts';

/** What belongs to no division stands under the country's code. */
const house = '000000';

type NotYours = { readonly kind: 'not-yours' };
const notYours = { status: 403, zh: '只有管理员可以查看全系统的记录', en: 'Only administrators see the whole house' };

/** Whose rows: the actor's division, or for administrators what belongs to none. */
function placeOf(ctx: Ctx, of: 'own' | 'house' = 'own'): Result<string, NotYours> {
  if (of === 'own') return ok(ctx.actor.divisionCode ?? '');
  return ctx.actor.roles.includes('administrator') ? ok(house) : refuse({ kind: 'not-yours' });
}

export function messageRoutes(app: App): void {
  serve(
    app,
    contract.ListSendings,
    async (ctx, { query: { of, ...query } }) => {
      const place = placeOf(ctx, of);
      if (!place.ok) return place;
      return ok({ messages: await listSendings(ctx, { ...query, divisionCode: place.value }) });
    },
    { 'not-yours': notYours },
  );
  serve(
    app,
    contract.TrySendingAgain,
    (ctx, { params }) => trySendingAgain(ctx, { divisionCode: ctx.actor.divisionCode ?? '', sendingId: params.id }),
    {
      'not-found': { status: 404, zh: '没有这条消息', en: 'There is no such message' },
      'not-failed': {
        status: 409,
        zh: '这条消息没有失败，或不能重发',
        en: 'The message did not fail, or cannot be sent again',
      },
    },
  );
  serve(
    app,
    contract.ListDeliveries,
    async (ctx, { query }) => {
      const place = placeOf(ctx, query.of);
      if (!place.ok) return place;
      return ok({ deliveries: await listFailedDeliveries(ctx, place.value, query.before) });
    },
    { 'not-yours': notYours },
  );
  serve(app, contract.TryDeliveryAgain, (ctx, { params, body }) => tryParkedAgain(ctx, { ...params, ...body }), {
    'not-yours': notYours,
    'not-parked': {
      status: 409,
      zh: '这次投递没有停下，系统会自己再试',
      en: 'The delivery is not parked; the system tries it by itself',
    },
  });
}

async function tryParkedAgain(
  ctx: Ctx,
  { of, eventId, subscriber }: { of?: 'own' | 'house'; eventId: string; subscriber: string },
): Promise<Result<object, NotYours | { readonly kind: 'not-parked' }>> {
  const place = placeOf(ctx, of);
  if (!place.ok) return place;
  const again = await tryDeliveryAgain(ctx, { divisionCode: place.value, eventId, subscriber });
  return again.ok ? ok({}) : again;
}

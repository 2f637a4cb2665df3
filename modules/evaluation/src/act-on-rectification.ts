import { mayAct } from '@zhengtong/identity';
import { civilDateAt, cutText, ok, type Result, refuse, saidOf } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { answerRaters, tellClosed, tellSetAside } from './answer-raters.ts';
import { longestWords } from './domain/grades.ts';
import { mayHappen, type NotNow, type RectificationAction } from './domain/rectification.ts';
import type { Doer, RectificationState } from './domain/transitions.ts';
import { loadRectification, recordAction } from './record-action.ts';
import { setAside } from './store-ratings.ts';
import type { RectificationRow } from './store-rectifications.ts';

/** What a member of staff may ask for; each needs its reason in words. */
export type StaffAction =
  | { readonly kind: 'contacted' | 'repaired' | 'explained' | 'fed-back'; readonly words: string }
  | { readonly kind: 'appealed'; readonly because: 'mistaken' | 'malicious'; readonly words: string }
  | { readonly kind: 'appeal-upheld' | 'appeal-rejected' | 'closed'; readonly words: string };

export type ActRefusal = NotNow | { readonly kind: 'not-found' } | { readonly kind: 'words-missing' };

export type Standing = {
  readonly state: RectificationState;
  readonly dueOn: string | null;
  readonly isAppealed: boolean;
};

/** What an actor is to a rectification: those of the organisation that handled the case, and among them its supervisor. */
export function doersOf(ctx: Ctx, row: Pick<RectificationRow, 'division_code' | 'organisation_id'>): Doer[] {
  const place = { divisionCode: row.division_code, organisationId: row.organisation_id };
  return [
    ...(mayAct(ctx.actor, 'rectify', place) ? (['desk'] as const) : []),
    ...(mayAct(ctx.actor, 'watch', place) ? (['supervisor'] as const) : []),
  ];
}

/** One step of a rectification by a member of staff, under the row's lock: two at once come one after the other. */
export async function actOnRectification(
  ctx: Ctx,
  at: { readonly divisionCode: string; readonly id: string },
  asked: StaffAction,
): Promise<Result<Standing, ActRefusal>> {
  const words = cutText(saidOf(asked.words.normalize('NFC')), longestWords);
  if (words.length < 2) return refuse({ kind: 'words-missing' });
  const loaded = await loadRectification(ctx, at, 'change');
  const as = loaded ? doersOf(ctx, loaded.row) : [];
  if (!loaded || as.length === 0) return refuse({ kind: 'not-found' });
  const may = mayHappen(loaded.state, asked.kind, { as, id: ctx.actor.id });
  if (!may.ok) return may;
  const { id, postId } = ctx.actor;
  const by = { kind: 'staff' as const, id, ...(postId ? { postId } : {}) };
  const after = await recordAction(ctx, loaded, actionOf(asked, words), by);
  if (asked.kind === 'fed-back') await answerRaters(ctx, after, words);
  if (asked.kind === 'closed') await tellClosed(ctx, after, words);
  if (asked.kind === 'appeal-upheld' && after.row.rating_id) {
    await setAside(ctx.tx, at.divisionCode, after.row.rating_id, civilDateAt(ctx.now));
    await tellSetAside(ctx, after, words);
  }
  const { state, row } = after;
  return ok({ state: state.state, dueOn: row.due_on, isAppealed: row.is_appealed });
}

function actionOf(asked: StaffAction, words: string): RectificationAction {
  if (asked.kind === 'closed') return { kind: 'closed', because: 'second-look', words };
  return asked.kind === 'appealed' ? { ...asked, words } : { kind: asked.kind, words };
}

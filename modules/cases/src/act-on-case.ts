import { mayAct, type ObjectAction } from '@zhengtong/identity';
import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import type { AtOnce, Ctx } from '@zhengtong/platform';
import type { ActionKind, By, CaseAction } from './domain/action.ts';
import { mayHappen } from './domain/may-happen.ts';
import type { Doer } from './domain/transitions.ts';
import { transitions } from './domain/transitions.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { outdatedBy, recordParts } from './record-action.ts';
import type { ActRefusal } from './refusals.ts';
import type { CaseRef } from './store-cases.ts';

/** What each action is called where access to objects is decided. */
const objectActions: Partial<Record<ActionKind, ObjectAction>> = {
  'material-checked': 'check',
  'original-compared': 'check',
  'correction-asked': 'accept',
  accepted: 'accept',
  'not-accepted': 'accept',
  claimed: 'claim',
  released: 'read',
  paused: 'pause',
  resumed: 'pause',
  extended: 'watch',
  'step-finished': 'review',
  'sent-back': 'review',
  transferred: 'transfer',
  decided: 'decide',
  delivered: 'deliver',
  archived: 'archive',
};

/** The kinds of no a use case's own part can answer. */
type RefusalIn<D> = D extends { readonly ok: false; readonly refusal: infer R } ? R : never;

/** An action, and what was found as it was judged, for what is written alongside. */
type WithFound = { readonly action: CaseAction; readonly found: unknown };

/** What a use case's own part found; undefined where it answers the action alone. */
type FoundIn<D> = D extends { readonly ok: true; readonly value: infer V }
  ? V extends { readonly found: infer F }
    ? F
    : undefined
  : never;

type Besides<F> = Pick<AtOnce<LoadedCase>, 'afterwards'> & {
  readonly alongside?: (after: LoadedCase, found: F) => Promise<AtOnce<LoadedCase>['parts']>;
};

export const placeOf = ({ row }: Pick<LoadedCase, 'row'>) => ({
  divisionCode: row.division_code,
  organisationId: row.organisation_id,
  ownerId: row.owner_id,
});

/**
 * The outline of every action by staff: judge whether this post may touch this case, judge whether the action may happen
 * now, let the use case decide, and say what is to be written, with what belongs to it: parts written `alongside`, of what
 * was found as it was decided, and what no part can be `afterwards`. Nothing is locked: of two who act at once, the second
 * one's writing fails, and it is judged anew on what the first one did. A case of another organisation looks like no case
 * at all.
 */
export async function actOnCase<D extends Result<CaseAction | WithFound, Refusal>>(
  ctx: Ctx,
  ref: CaseRef,
  kind: ActionKind,
  decide: (loaded: LoadedCase) => D | Promise<D>,
  { alongside, afterwards }: Besides<FoundIn<D>> = {},
): Promise<Result<AtOnce<LoadedCase>, RefusalIn<D> | ActRefusal>> {
  const loaded = await loadCase(ctx, ref, 'read');
  const action = objectActions[kind];
  if (!loaded || !mayAct(ctx.actor, 'read', placeOf(loaded))) return refuse({ kind: 'not-found' });
  if (!action || !mayAct(ctx.actor, action, placeOf(loaded))) return refuse({ kind: 'not-your-part' });
  const may = mayHappen(loaded.state, kind, { doers: doersOf(ctx), id: ctx.actor.id });
  if (!may.ok) return may;
  const decided = await decide(loaded);
  if (!decided.ok) return { ok: false, refusal: decided.refusal as RefusalIn<D> };
  const judged = 'found' in decided.value ? decided.value : { action: decided.value, found: undefined };
  const { after, parts } = recordParts(ctx, loaded, judged.action, byStaff(ctx));
  const besides = (await alongside?.(after, judged.found as FoundIn<D>)) ?? [];
  return ok({ value: after, parts: [...besides, ...parts], outdatedBy, ...(afterwards ? { afterwards } : {}) });
}

export const doersOf = ({ actor }: Ctx): Doer[] => {
  const known = new Set<string>(Object.values(transitions).flatMap((rule) => rule.by));
  return actor.roles.filter((role): role is Extract<typeof role, Doer> => known.has(role));
};

export const byStaff = ({ actor }: Ctx): By => ({
  kind: 'staff',
  id: actor.id,
  ...(actor.postId ? { postId: actor.postId } : {}),
});

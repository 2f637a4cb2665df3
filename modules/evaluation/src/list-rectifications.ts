import { findPerson, findPostNames, findStaffNames, subjectOf } from '@zhengtong/identity';
import { type Ctx, noteRead } from '@zhengtong/platform';
import { doersOf } from './act-on-rectification.ts';
import { listPoorRatings } from './answer-raters.ts';
import type { RectificationView } from './contract.ts';
import { mayHappen, type Recorded } from './domain/rectification.ts';
import { type RectificationActionKind, transitions } from './domain/transitions.ts';
import { openRater, openWords } from './rating.ts';
import { type Loaded, loadRectification } from './record-action.ts';
import { listRectificationRows, type RectificationRow } from './store-rectifications.ts';

export type RectificationLine = {
  readonly id: string;
  readonly caseId: string | null;
  /** Null for a group of anonymous ratings. */
  readonly itemName: string | null;
  readonly isGroup: boolean;
  readonly state: RectificationRow['state'];
  readonly isAppealed: boolean;
  readonly isOverdue: boolean;
  readonly dueOn: string | null;
  readonly openedAt: string;
};

/** Rectifications of the actor's organisation, newest first, 50 a page; closed ones only by that state. */
export async function listRectifications(
  ctx: Ctx,
  asked: {
    readonly state?: RectificationRow['state'] | undefined;
    readonly isOverdue?: boolean | undefined;
    readonly before?: string | undefined;
  } = {},
): Promise<RectificationLine[]> {
  const { divisionCode = '', organisationId = '' } = ctx.actor;
  const rows = await listRectificationRows(ctx.tx, { divisionCode, organisationId, ...asked });
  return rows.map(lineOf);
}

const lineOf = (row: RectificationRow): RectificationLine => ({
  id: row.id,
  caseId: row.case_id,
  itemName: row.item_name,
  isGroup: row.group_id !== null,
  state: row.state,
  isAppealed: row.is_appealed,
  isOverdue: row.is_overdue,
  dueOn: row.due_on,
  openedAt: row.opened_at,
});

/**
 * One rectification whole, for who deals with it. Under a name: what was written, and whom to call; the read is noted
 * for that person to see. Of a group: what was written, and nothing of anybody.
 */
export async function findRectification(ctx: Ctx, id: string): Promise<RectificationView | undefined> {
  const divisionCode = ctx.actor.divisionCode ?? '';
  const loaded = await loadRectification(ctx, { divisionCode, id }, 'read');
  const as = loaded ? doersOf(ctx, loaded.row) : [];
  if (!loaded || as.length === 0) return undefined;
  const ratings = await listPoorRatings(ctx, loaded);
  const kinds = Object.keys(transitions) as RectificationActionKind[];
  return {
    ...lineOf(loaded.row),
    limits: loaded.row.limits,
    ratings: ratings.map((row) => ({
      stars: row.stars,
      choices: row.choices,
      words: openWords(ctx, row.words),
      againStars: row.again_stars,
      againWords: openWords(ctx, row.again_words),
    })),
    caller: await describeCaller(ctx, loaded, ratings[0]),
    actions: await describeActions(ctx, divisionCode, loaded.actions),
    may: kinds.filter((kind) => mayHappen(loaded.state, kind, { as, id: ctx.actor.id }).ok),
  };
}

/** Whom to call back (实名差评回访率 100%); nobody for a group, and nobody once it is closed. */
async function describeCaller(
  ctx: Ctx,
  { row, state }: Loaded,
  rating: Parameters<typeof openRater>[1] | undefined,
): Promise<RectificationView['caller']> {
  if (state.isGroup || !rating || !row.case_id) return null;
  const { personId } = openRater(ctx, rating);
  const about = { purpose: '差评回访整改', caseId: row.case_id };
  if (state.state === 'closed') {
    noteRead(ctx, { subject: subjectOf(ctx, personId), ...about, fields: ['rating'] });
    return null;
  }
  const person = await findPerson(ctx, personId, { ...about, fields: ['name', 'phone', 'rating'] });
  return person ? { name: person.name ?? '', phone: person.phone } : null;
}

async function describeActions(ctx: Ctx, divisionCode: string, actions: readonly Recorded[]) {
  const doers = actions.flatMap(({ by }) => (by.kind === 'staff' && by.id ? [by.id] : []));
  const names = await findStaffNames(ctx, divisionCode, doers);
  const rises = actions.flatMap((action) => (action.kind === 'escalated' ? [action.toPostId] : []));
  const posts = await findPostNames(ctx, divisionCode, rises);
  return actions.map((action) => ({
    kind: action.kind,
    at: action.at as string,
    by: action.by.kind,
    byName: names.get(action.by.id ?? '') ?? '',
    toPost: action.kind === 'escalated' ? (posts.get(action.toPostId) ?? null) : null,
    words: 'words' in action ? (action.words ?? '') : '',
  }));
}

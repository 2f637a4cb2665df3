import { subjectOf } from '@zhengtong/identity';
import { isId, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, unseal } from '@zhengtong/platform';
import * as store from './store-letters.ts';
import type { Content } from './templates/index.ts';

export type Letter = Content & {
  readonly id: string;
  readonly template: string;
  readonly caseId: string | null;
  readonly divisionCode: string;
  readonly writtenAt: string;
  readonly isRead: boolean;
};

const pageSize = 20;

/** Whose box it is: of the firm the person acts for now, else their own. */
const boxOf = (ctx: Ctx): string => subjectOf(ctx, ctx.actor.firmId ?? ctx.actor.id);

/** The letters of the signed-in person or of the firm they act for, newest first, 20 a page before `before` (a letter's id). */
export async function listLetters(ctx: Ctx, before?: string): Promise<Letter[]> {
  const from = before !== undefined && isId(before) ? before : undefined;
  const rows = await store.listLetterRows(ctx.tx, boxOf(ctx), from, pageSize);
  return rows.map((row) => openRow(ctx, row));
}

/** One letter of that box, from now on read. Somebody else's is not found. */
export async function openLetter(ctx: Ctx, id: string): Promise<Result<Letter, { kind: 'not-found' }>> {
  const subject = boxOf(ctx);
  const row = isId(id) ? await store.findLetter(ctx.tx, subject, id) : undefined;
  if (!row) return refuse({ kind: 'not-found' });
  if (!row.read_at) await store.markRead(ctx.tx, subject, id, ctx.now);
  return ok(openRow(ctx, row));
}

/** Unread letters of that box, at most 100; or of a firm the caller knows that the person may act for. */
export const countUnread = (ctx: Ctx, firmId?: string): Promise<number> =>
  store.countUnreadRows(ctx.tx, firmId ? subjectOf(ctx, firmId) : boxOf(ctx));

function openRow({ keys }: Ctx, row: store.LetterRow): Letter {
  return {
    ...(JSON.parse(unseal(keys, 'letters.content', row.content)) as Content),
    id: row.id,
    template: row.template,
    caseId: row.case_id,
    divisionCode: row.division_code,
    writtenAt: row.written_at,
    isRead: row.read_at !== null,
  };
}

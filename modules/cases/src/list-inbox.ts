import { listIdsByEnglishName } from '@zhengtong/catalogue';
import { findStaffNames } from '@zhengtong/identity';
import { civilDateAt, findCivilDate } from '@zhengtong/kernel';
import { type Ctx, type Language, unseal } from '@zhengtong/platform';
import { maskName } from '@zhengtong/standards';
import type { InboxRow } from './contract.ts';
import { itemsOf } from './pinned-items.ts';
import type { CaseRow } from './store-cases.ts';
import { countInbox, listInboxRows, type Queue } from './store-inbox.ts';

export type InboxGiven = {
  readonly queue: Queue;
  readonly status?: string;
  readonly words?: string;
  readonly after?: string;
};

/**
 * One queue of the officer's organisation, with how many wait in each, the services named in the officer's language. Names
 * of people are masked: choosing needs no more.
 */
export async function listInbox(ctx: Ctx, { queue, status, words, after }: InboxGiven, lang: Language) {
  const { divisionCode = '', organisationId = '', id, roles } = ctx.actor;
  const [day = '', lastId] = after?.split('_') ?? [];
  const dueOn = findCivilDate(day);
  const who = { divisionCode, organisationId, staffId: id, roles, today: civilDateAt(ctx.now) };
  const itemIds = words ? await listIdsByEnglishName(ctx, divisionCode, words) : [];
  const rows = await listInboxRows(ctx.tx, {
    ...who,
    queue,
    ...(status ? { status } : {}),
    ...(words ? { words, itemIds } : {}),
    ...(dueOn && lastId ? { after: { dueOn, id: lastId } } : {}),
  });
  const holders = rows.flatMap((row) => row.held_by ?? []);
  const names = await findStaffNames(ctx, divisionCode, holders);
  const itemOf = lang === 'en' ? await itemsOf(ctx, rows) : undefined;
  const last = rows.length === 50 ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => toRow(ctx, row, names, itemOf?.(row).nameEn)),
    after: last ? `${last.due_on ?? '9999-12-31'}_${last.id}` : null,
    counts: await countInbox(ctx.tx, who),
  };
}

function toRow({ keys }: Ctx, row: CaseRow, names: ReadonlyMap<string, string>, nameEn?: string): InboxRow {
  const name = row.applicant_name ? unseal(keys, 'cases.applicant_name', row.applicant_name) : '';
  return {
    caseId: row.id,
    number: row.number,
    officialNumber: row.official_number,
    itemName: nameEn ?? row.item_name,
    applicant: row.owner_id === row.applicant_id ? maskName(name) : name,
    status: row.status,
    step: row.step,
    isPaused: row.is_paused,
    isOverdue: row.is_overdue,
    isPauseOverdue: row.is_pause_overdue,
    dueOn: row.due_on,
    heldBy: row.held_by ? (names.get(row.held_by) ?? '') : null,
    submittedAt: row.submitted_at,
  };
}

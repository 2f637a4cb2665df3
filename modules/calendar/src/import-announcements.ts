import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { Value } from 'typebox/value';
import { AnnouncementGiven } from './contract.ts';
import { type Announcement, listHolding } from './domain/announcement.ts';
import type { AnnouncementRefusal } from './domain/judge-announcement.ts';
import { publishAnnouncement } from './publish-announcement.ts';
import { type NoticeRefused, readGiven } from './read-given.ts';
import { listInside } from './store-announcements.ts';

export type ImportRefusal = (AnnouncementRefusal | NoticeRefused | Refusal<'not-an-announcement'>) & {
  /** Which entry of the file, from 1. */
  readonly entry: number;
};

export type Imported = { readonly published: readonly Announcement[]; readonly known: number };

/**
 * Publishes the announcements of a file, all or none. An entry that holds already, word for word, is left alone, so that
 * the same file may be imported again. With `mayWorkPast` a national year may make days gone by working days.
 */
export async function importAnnouncements(
  ctx: Ctx,
  entries: readonly unknown[],
  { mayWorkPast = false }: { mayWorkPast?: boolean } = {},
): Promise<Result<Imported, ImportRefusal>> {
  const published: Announcement[] = [];
  let known = 0;
  for (const [i, entry] of entries.entries()) {
    const no = { entry: i + 1 };
    if (!Value.Check(AnnouncementGiven, entry)) return refuse({ kind: 'not-an-announcement', ...no });
    const given = readGiven(entry);
    if (!given.ok) return refuse({ ...given.refusal, ...no });
    if (listHolding(await listInside(ctx.tx, given.value.divisionCode)).some((one) => isSame(one, given.value))) {
      known++;
      continue;
    }
    const one = await publishAnnouncement(ctx, { ...given.value, mayWorkPast });
    if (!one.ok) return refuse({ ...one.refusal, ...no });
    published.push(one.value);
  }
  return ok({ published, known });
}

function isSame(
  one: Announcement,
  { divisionCode, document, said }: Parameters<typeof publishAnnouncement>[1],
): boolean {
  const { id: _id, publishedAt: _at, publishedBy: _by, divisionCode: area, document: source, ...body } = one;
  return area === divisionCode && source === document.trim() && sorted(body) === sorted(said);
}

/** Columns of jsonb come back in another order than they were written. */
const sorted = (value: object): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

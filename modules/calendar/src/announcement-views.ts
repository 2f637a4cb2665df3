import type { AnnouncementView } from './contract.ts';
import { type Announcement, listHolding } from './domain/announcement.ts';

/** Newest first, each with whether it still holds. */
export function viewAnnouncements(all: readonly Announcement[]): AnnouncementView[] {
  const holding = new Set(listHolding(all).map(({ id }) => id));
  return all.toReversed().map((one) => ({
    ...nothingSaid,
    id: one.id,
    divisionCode: one.divisionCode,
    kind: one.kind,
    document: one.document,
    publishedAt: one.publishedAt,
    isHolding: holding.has(one.id),
    ...bodyOf(one),
  }));
}

const nothingSaid = {
  hallId: null,
  as: null,
  from: null,
  to: null,
  name: null,
  year: null,
  hours: null,
  withdraws: null,
};

function bodyOf(one: Announcement): Partial<AnnouncementView> {
  switch (one.kind) {
    case 'days':
      return { as: one.as, from: one.from, to: one.to, name: one.name, hallId: one.hallId ?? null };
    case 'year':
      return { year: { year: one.notice.year, off: [...one.notice.off], worked: [...one.notice.worked] } };
    case 'hours':
      return { hallId: one.hallId, from: one.from, hours: one.hours as NonNullable<AnnouncementView['hours']> };
    case 'withdrawal':
      return { withdraws: one.withdraws };
  }
}

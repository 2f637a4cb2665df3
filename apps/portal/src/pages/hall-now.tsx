import type { HallToday } from '../read-hall-today.ts';
import { dayOf, sayWeekday } from '../say-time.ts';
import type { Visit } from '../visit.ts';

type Given = { readonly visit: Visit; readonly today: HallToday | undefined };

/** Whether it is worth going now: "现在开放，到 17:00", or why not and when it opens. */
export function HallNow({ visit, today }: Given) {
  return today ? (
    <p>
      <strong>{sayHallNow(visit, today)}</strong>
    </p>
  ) : null;
}

function sayHallNow({ say, lang, now }: Visit, today: HallToday): string {
  if (today.isOpen) return say('guide.openUntil', { at: today.until });
  const { why, next } = today;
  if (next && next.on === dayOf(now)) return say('guide.opensToday', { at: next.at });
  const closed = why ? say('guide.closedFor', { why: why[lang] }) : say('guide.closedNow');
  return next ? closed + say('guide.opensOn', { on: sayWeekday(next.on, lang), at: next.at }) : closed;
}

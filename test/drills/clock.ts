// The legal clock against a day-by-day oracle that shares none of its arithmetic: random limits, half days, months,
// pauses that touch, overlap and never end; under calendars with local holidays, days worked instead and closings, and
// computed anew when another announcement comes late. `npm run drill clock 1000000 [seed]`.
import { type Due, dueOf, type Limit, makeWorkCalendar, type WorkCalendar } from '@zhengtong/standards';
import {
  type Announced,
  isSameDue,
  makeAnnouncements,
  makeHistory,
  makeOracle,
  makeRandom,
  makeWorks,
} from '@zhengtong/standards/test';

export const summary = '法定时限与逐日推算比对，随机历史 · the legal clock against a day-by-day oracle (count, seed)';

const division = '990102';
/** Histories a calendar: making one takes some milliseconds, and so does its oracle. */
const perCalendar = 4_000;

type Judged = { violations: number; seconds: number; standing: number; moved: number };

export async function run(args: string[]): Promise<number> {
  const histories = Number(args[0] ?? 100_000);
  const seed = Number(args[1] ?? 20_261_123);
  const random = makeRandom(seed);
  const sums = { violations: 0, seconds: 0, standing: 0, moved: 0 };
  let changedLate = 0;
  let calendars = 0;
  for (let done = 0; done < histories; done += perCalendar) {
    const limits = Array.from({ length: Math.min(perCalendar, histories - done) }, () => makeHistory(random));
    // The first ones on the national calendar alone.
    const early: Announced = done === 0 ? { notices: [], localDays: [] } : makeAnnouncements(random);
    const late = withMore(early, makeAnnouncements(random));
    const [before, after] = [judge(limits, early, sums), judge(limits, late, sums)];
    calendars += 2;
    // What a program does that computed before and hears of the announcement later must be what it would have said.
    changedLate += before.filter((due, i) => !isSameDue(due, after[i]!)).length;
  }
  const perSecond = Math.round((2 * histories) / sums.seconds);
  const { violations, standing, moved } = sums;
  console.log(`${histories} 个随机历史，${calendars} 部日历，迟到的公告改变了 ${changedLate} 个到期日。`);
  console.log(`${violations} 处不一致；每秒 ${perSecond} 个到期日。`);
  console.log(
    `${histories} random histories on ${calendars} calendars; late announcements moved ${changedLate} of them.`,
  );
  console.log(`${violations} differences; ${perSecond} due dates a second.`);
  const found = { violations, histories, calendars, changedLate, standing, moved, perSecond, seed };
  console.log(JSON.stringify({ drill: 'clock', ...found }));
  return violations === 0 ? 0 : 1;
}

/** Later words over earlier ones; a notice of a year replaces the one before it. */
const withMore = (early: Announced, more: Announced): Announced => ({
  notices: [...early.notices.filter((one) => !more.notices.some(({ year }) => year === one.year)), ...more.notices],
  localDays: [...early.localDays, ...more.localDays],
});

function judge(limits: readonly Limit[], announced: Announced, sums: Judged): Due[] {
  const calendar: WorkCalendar = makeWorkCalendar({ division, ...announced });
  const started = performance.now();
  const answers = limits.map((limit) => dueOf(calendar, limit));
  sums.seconds += (performance.now() - started) / 1000;
  const oracle = makeOracle(calendar, makeWorks(announced, division));
  for (const [i, limit] of limits.entries()) {
    const [fast, slow] = [answers[i]!, oracle(limit)];
    if (fast.kind === 'standing') sums.standing++;
    else if (fast.isMoved) sums.moved++;
    if (isSameDue(fast, slow)) continue;
    sums.violations++;
    if (sums.violations <= 5) console.log(JSON.stringify({ limit, fast, slow }));
  }
  return answers;
}

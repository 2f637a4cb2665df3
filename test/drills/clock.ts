// The legal clock against a day-by-day oracle that shares none of its arithmetic: random limits, half days, months,
// pauses that touch, overlap and never end. `npm run drill clock 1000000 [seed]`.
import { dueOf, makeWorkCalendar } from '@zhengtong/standards';
import { isSameDue, makeHistory, makeOracle, makeRandom } from '@zhengtong/standards/test';

export const summary = '法定时限与逐日推算比对，随机历史 · the legal clock against a day-by-day oracle (count, seed)';

export async function run(args: string[]): Promise<number> {
  const histories = Number(args[0] ?? 100_000);
  const seed = Number(args[1] ?? 20_261_123);
  const calendar = makeWorkCalendar();
  const random = makeRandom(seed);
  const limits = Array.from({ length: histories }, () => makeHistory(random));
  const started = performance.now();
  const answers = limits.map((limit) => dueOf(calendar, limit));
  const seconds = (performance.now() - started) / 1000;
  const oracle = makeOracle(calendar);
  let violations = 0;
  for (const [i, limit] of limits.entries()) {
    const [fast, slow] = [answers[i]!, oracle(limit)];
    if (isSameDue(fast, slow)) continue;
    violations++;
    if (violations <= 5) console.log(JSON.stringify({ limit, fast, slow }));
  }
  const perSecond = Math.round(histories / seconds);
  const standing = answers.filter(({ kind }) => kind === 'standing').length;
  const moved = answers.filter((due) => due.kind === 'due' && due.isMoved).length;
  console.log(`${histories} 个随机历史，${violations} 处不一致；每秒 ${perSecond} 个到期日。`);
  console.log(`${histories} random histories, ${violations} differences; ${perSecond} due dates a second.`);
  console.log(JSON.stringify({ drill: 'clock', violations, histories, standing, moved, perSecond, seed }));
  return violations === 0 ? 0 : 1;
}

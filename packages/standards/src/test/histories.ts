import { addDays, type CivilDate, chance } from '@zhengtong/kernel';
import type { Limit, Pause, Term } from '../clock/limit.ts';

/** Whole numbers below a limit, the same ones from the same seed. */
export function makeRandom(seed: number): (below: number) => number {
  const next = chance(seed);
  return (below) => Math.floor(next() * below);
}

const reason = { zh: '专家评审', en: 'expert review' };

function makeTerm(random: (below: number) => number): Term {
  const kind = random(10);
  if (kind < 6) return { unit: 'working-day', count: random(91) / 2 };
  if (kind < 8) return { unit: 'natural-day', count: random(91) };
  return kind === 8 ? { unit: 'month', count: random(13) } : { unit: 'year', count: random(3) };
}

/**
 * A random history: any start from 2007 on, dense around long holidays, up to five pauses that may touch, overlap, open
 * before the start, close the day they open, or still be open.
 */
export function makeHistory(random: (below: number) => number): Limit {
  const base = `${2007 + random(25)}-01-01` as CivilDate;
  const near = [15, 270, 115][random(3)] as number;
  const from = addDays(base, random(2) ? random(365) : near + random(40));
  const pauses: Pause[] = [];
  for (let count = Math.max(0, random(8) - 2); count > 0; count--) {
    const opens = addDays(from, random(45) - 4);
    const isOpen = random(12) === 0;
    pauses.push(isOpen ? { from: opens, reason } : { from: opens, to: addDays(opens, random(25)), reason });
  }
  return { from, term: makeTerm(random), pauses };
}

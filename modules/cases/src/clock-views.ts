import { civilDateAt } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { type ClockReading, explainDue, type Limit } from '@zhengtong/standards';
import type { ClockView } from './contract.ts';
import {
  acceptanceLimit,
  correctionLimit,
  deliveryLimit,
  legalLimit,
  promisedLimit,
  readClocks,
} from './domain/clocks.ts';
import type { LoadedCase } from './load-case.ts';

/** Every clock of a case with the reason of each day, for the officer and the applicant alike. */
export function listClocks(ctx: Pick<Ctx, 'now'>, { state, terms, calendar }: LoadedCase): ClockView[] {
  const today = civilDateAt(ctx.now);
  const readings = readClocks(state, terms, calendar, today);
  const limits: Record<ClockView['name'], Limit | undefined> = {
    acceptance: acceptanceLimit(state),
    correction: correctionLimit(state),
    promised: promisedLimit(state, terms),
    legal: legalLimit(state, terms),
    delivery: deliveryLimit(state),
  };
  return (Object.keys(limits) as ClockView['name'][]).flatMap((name) => {
    const [limit, reading] = [limits[name], readings[name]];
    if (!limit || !reading) return [];
    const days = explainDue(calendar, limit, today).days.map(({ on, reason, counts, why }) => ({
      on,
      reason,
      counts,
      why,
    }));
    return [{ name, ...sayReading(reading), unit: limit.term.unit, days }];
  });
}

function sayReading({ due, isStanding, isOverdue, used, left }: ClockReading) {
  const dueOn = due.kind === 'due' ? due.on : null;
  return { dueOn, isStanding, isOverdue, isProvisional: due.kind === 'due' && due.isProvisional, used, left };
}

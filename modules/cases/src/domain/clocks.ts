import { addDays, type CivilDate } from '@zhengtong/kernel';
import {
  type ClockReading,
  type Due,
  type Limit,
  planSteps,
  readClock,
  type Term,
  type WorkCalendar,
  warnOn,
} from '@zhengtong/standards';
import type { CaseState } from './case-state.ts';

/** The limits a case is pinned to with its item's version. */
export type CaseTerms = {
  readonly legal: Term;
  readonly promised: Term;
  /** Half working days of each step, in order. */
  readonly stepHalfDays: readonly number[];
  /** Days of the calendar each excluded procedure may last, by its key. */
  readonly mostPauseDays: Readonly<Record<string, number>>;
};

/** 行政许可法 32(4) with 82: five working days to say what is missing. */
export const acceptanceTerm: Term = { unit: 'working-day', count: 5 };
/** 行政许可法 44 with 82: ten working days from the decision to deliver. */
export const deliveryTerm: Term = { unit: 'working-day', count: 10 };
/** 行政许可法 42: the head of the body may add ten working days, once, and the applicant is told why. */
export const mostExtensionDays = 10;
/** No statute says how long a correction may take; the letter that asks for it names this day. */
export const correctionTerm: Term = { unit: 'natural-day', count: 30 };
/** A draft nobody touches is erased: what was typed is personal data without a purpose. */
export const draftDays = 90;

export type CaseClocks = {
  readonly acceptance?: ClockReading;
  readonly correction?: ClockReading;
  readonly promised?: ClockReading;
  readonly legal?: ClockReading;
  readonly steps?: readonly Due[];
  readonly delivery?: ClockReading;
};

const longer = (term: Term, workingDays: number): Term =>
  term.unit === 'working-day' || workingDays === 0 ? { ...term, count: term.count + workingDays } : term;

/** The promise's limit as the clock takes it; undefined before acceptance. */
export function promisedLimit(state: CaseState, terms: CaseTerms): Limit | undefined {
  if (!state.acceptedOn) return undefined;
  return { from: state.acceptedOn, term: longer(terms.promised, state.extensionDays), pauses: state.pauses };
}

export function legalLimit(state: CaseState, terms: CaseTerms): Limit | undefined {
  if (!state.acceptedOn) return undefined;
  return { from: state.acceptedOn, term: longer(terms.legal, state.extensionDays), pauses: state.pauses };
}

export const acceptanceLimit = (state: CaseState): Limit | undefined =>
  state.status === 'submitted' && state.receivedOn ? { from: state.receivedOn, term: acceptanceTerm } : undefined;

export const correctionLimit = (state: CaseState): Limit | undefined =>
  state.status === 'correction' && state.askedOn ? { from: state.askedOn, term: correctionTerm } : undefined;

export const deliveryLimit = (state: CaseState): Limit | undefined =>
  state.status === 'decided' && state.decidedOn ? { from: state.decidedOn, term: deliveryTerm } : undefined;

/** Every clock of a case as it stands on a day. */
export function readClocks(state: CaseState, terms: CaseTerms, calendar: WorkCalendar, on: CivilDate): CaseClocks {
  const read = (limit: Limit | undefined): ClockReading | undefined => limit && readClock(calendar, limit, on);
  const isOpen = state.status === 'accepted';
  const clocks = {
    acceptance: read(acceptanceLimit(state)),
    correction: read(correctionLimit(state)),
    promised: isOpen ? read(promisedLimit(state, terms)) : undefined,
    legal: isOpen ? read(legalLimit(state, terms)) : undefined,
    steps: isOpen && state.acceptedOn ? planCaseSteps(state, state.acceptedOn, terms, calendar) : undefined,
    delivery: read(deliveryLimit(state)),
  };
  return Object.fromEntries(Object.entries(clocks).filter(([, clock]) => clock !== undefined)) as CaseClocks;
}

/** Whether the office is late: with the decision it promised, or with handing it over (行政许可法 42, 44). */
export const isLate = ({ promised, delivery }: CaseClocks): boolean => (promised ?? delivery)?.isOverdue ?? false;

const planCaseSteps = (state: CaseState, from: CivilDate, terms: CaseTerms, calendar: WorkCalendar): readonly Due[] =>
  planSteps(
    calendar,
    from,
    terms.stepHalfDays.map((halves) => halves / 2),
    state.pauses,
  );

/** The days by which lists are sorted and warnings sent; null where the clock stands or there is none. */
export type DueDays = {
  readonly dueOn: CivilDate | null;
  readonly legalDueOn: CivilDate | null;
  readonly warnOn: CivilDate | null;
  /** The day rests on holidays nobody has announced yet. */
  readonly isProvisional: boolean;
};

/** The last day staff are to be warned of and were not yet; undefined before its morning. */
export function unwarnedDay(state: CaseState, { dueOn, warnOn }: DueDays, on: CivilDate): CivilDate | undefined {
  return dueOn && warnOn && warnOn <= on && state.warnedOf !== dueOn ? dueOn : undefined;
}

/** The last day of a standing clock's procedure, its first day not counted, while staff were not told that it is past. */
export function unwarnedPause(state: CaseState, { mostPauseDays }: CaseTerms): CivilDate | undefined {
  const from = state.pauses.at(-1)?.from;
  const most = state.pausedFor === undefined ? undefined : mostPauseDays[state.pausedFor];
  const isOpen = state.status === 'accepted' && state.isPaused && !state.isPauseOverdue;
  return isOpen && from && most !== undefined ? addDays(from, most) : undefined;
}

/** The day that matters next: acceptance, correction, the promise, delivery; with the day to warn before it. */
export function nextDueDays(state: CaseState, terms: CaseTerms, calendar: WorkCalendar): DueDays {
  const today = state.acceptedOn ?? state.receivedOn ?? state.askedOn;
  const clocks = today ? readClocks(state, terms, calendar, today) : {};
  const due = (clocks.acceptance ?? clocks.correction ?? clocks.promised ?? clocks.delivery)?.due;
  const dueOn = due?.kind === 'due' ? due.on : null;
  const legal = clocks.legal?.due;
  // Of what the office has to do by then; a correction is the applicant's turn.
  const office = { submitted: state.receivedOn, accepted: state.acceptedOn, decided: state.decidedOn };
  const from = office[state.status as keyof typeof office];
  return {
    dueOn,
    isProvisional: due?.kind === 'due' && due.isProvisional,
    legalDueOn: legal?.kind === 'due' ? legal.on : null,
    warnOn: dueOn && from ? warnOn(calendar, dueOn, 2, addDays(from, 1)) : null,
  };
}

import { calendarModule } from '@zhengtong/calendar';
import { catalogueModule } from '@zhengtong/catalogue';
import { identityModule } from '@zhengtong/identity';
import type { Module } from '@zhengtong/platform';
import { calendarListener, moveClocksListener } from './move-clocks.ts';
import { ratableListeners } from './ratable-cases.ts';
import { releaseAnonymous } from './release-anonymous.ts';
import { evaluationRoutes } from './routes.ts';
import { rectificationClock } from './tend-rectification.ts';

/** Stands on `messages` too, which the composition root makes with its channels. */
export const evaluationModule: Module = {
  name: 'evaluation',
  migrations: new URL('../migrations/', import.meta.url),
  requires: [identityModule, calendarModule, catalogueModule],
  routes: evaluationRoutes,
  listeners: [...ratableListeners, rectificationClock, calendarListener, moveClocksListener],
  recurring: [releaseAnonymous],
};

export { type ActRefusal, actOnRectification, type StaffAction, type Standing } from './act-on-rectification.ts';
export { type Choice, choicesOf } from './domain/choices.ts';
export { daysToRate, grades, longestWords, type Stars } from './domain/grades.ts';
export { type Limits, type LimitsName, limitPresets } from './domain/limits.ts';
export type { RectificationState } from './domain/transitions.ts';
export { findRating, type MyRating } from './find-rating.ts';
export { listRatingGroups, listRatings, type RatingGroup, type RatingLine } from './list-ratings.ts';
export { findRectification, listRectifications, type RectificationLine } from './list-rectifications.ts';
export { chooseLimits } from './open-rectification.ts';
export { type RateRefusal, type RatingInput, rateCase } from './rate-case.ts';
export type { OwnRating } from './rating.ts';
export { type RerateRefusal, rerate } from './rerate.ts';
export { type Summary, summariseRatings } from './summarise-ratings.ts';

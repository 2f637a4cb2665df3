export { chance } from './chance.ts';
export { defineEvent, defineRoute, type EventKind, type PayloadOf, type Role, type Route, roles } from './contract.ts';
export { drawBytes } from './draw-bytes.ts';
export { FairQueue } from './fair-queue.ts';
export { type Id, isId, newId } from './id.ts';
export { type Fen, findFen, sayYuan } from './money.ts';
export { must, ok, type Refusal, type Result, refuse } from './result.ts';
export { type KeywordError, sayKeyword } from './say-keyword.ts';
export { cutText, saidOf } from './text.ts';
export {
  addDays,
  type CivilDate,
  civilDate,
  civilDateAt,
  clockTimeAt,
  daysBetween,
  findCivilDate,
  type Instant,
  instantOf,
  toInstant,
} from './time.ts';

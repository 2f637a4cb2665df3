import { defineRoute, type Role } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';

const Uuid = Type.String({ format: 'uuid' });
const desk: readonly Role[] = ['clerk', 'reviewer', 'approver'];

/** Why a number is needed whole; the applicant reads it in these words. `other` needs words of its own. */
export const RevealReason = Type.Union([
  Type.Literal('call'),
  Type.Literal('compare-original'),
  Type.Literal('compare-register'),
  Type.Literal('write-document'),
  Type.Literal('other'),
]);
export type RevealReason = Static<typeof RevealReason>;

/** How long a number that was asked for can be read, seconds. The page hides it again by itself. */
export const revealSeconds = 60;

/**
 * Asks to see one masked number whole. The answer holds no number: answers of commands are kept for a day, and what is
 * kept is not what is read once.
 */
export const RevealField = defineRoute({
  method: 'POST',
  path: '/api/console/cases/:caseId/reveals',
  summary: 'Ask to see one masked field whole, with a reason the applicant reads (查看完整号码)',
  allow: desk,
  params: Type.Object({ caseId: Uuid }),
  body: Type.Object({
    field: Type.String({ minLength: 1, maxLength: 200 }),
    reason: RevealReason,
    words: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  response: Type.Object({ revealId: Uuid, untilAt: Type.String(), leftToday: Type.Integer() }),
});

export const ReadRevealed = defineRoute({
  method: 'GET',
  path: '/api/console/cases/:caseId/reveals/:revealId',
  summary: 'The number asked for, for a minute and for who asked (完整号码)',
  allow: desk,
  params: Type.Object({ caseId: Uuid, revealId: Uuid }),
  response: Type.Object({ field: Type.String(), value: Type.String(), untilAt: Type.String() }),
});

import { defineEvent } from '@zhengtong/kernel';
import Type from 'typebox';

const Uuid = Type.String({ format: 'uuid' });
const OrNull = Type.Union([Uuid, Type.Null()]);

/** A rating counts from now on. For an anonymous one told when its group is released, and without item or case. */
export const RatingGiven = defineEvent(
  'rating.given',
  Type.Object({ ratingId: Uuid, organisationId: Uuid, itemId: OrNull, caseId: OrNull, stars: Type.Integer() }),
);

const OfRectification = Type.Object({ rectificationId: Uuid, organisationId: Uuid, caseId: OrNull });

export const RectificationOpened = defineEvent('rectification.opened', OfRectification);
export const RectificationOverdue = defineEvent('rectification.overdue', OfRectification);
export const RectificationClosed = defineEvent('rectification.closed', OfRectification);

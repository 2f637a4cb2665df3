import { defineEvent } from '@zhengtong/kernel';
import Type from 'typebox';

/** What counts as a working day changed, or a hall's hours; open limits are computed anew. */
export const CalendarPublished = defineEvent(
  'calendar.published',
  Type.Object({
    announcementId: Type.String({ format: 'uuid' }),
    /** Whom it holds for: this division and everything in it; `000000` the country. */
    divisionCode: Type.String(),
    /** False where only a hall's hours changed. */
    movesClocks: Type.Boolean(),
  }),
);

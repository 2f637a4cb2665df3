import { defineRoute, type Role } from '@zhengtong/kernel';
import Type, { type Static } from 'typebox';

export { CalendarPublished } from './contract-events.ts';

const Uuid = Type.String({ format: 'uuid' });
const Area = Type.String({ pattern: '^[0-9]{6}$' });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const Time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });
const Sentence = Type.Object({ zh: Type.String(), en: Type.String() });
const Named = Type.Object({ on: Day, name: Sentence });
const Document = Type.String({ minLength: 1, maxLength: 200 });
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const LocalKind = Type.Union([Type.Literal('holiday'), Type.Literal('working'), Type.Literal('closed')]);

const Hours = Type.Array(Type.Object({ opens: Time, closes: Time }), { maxItems: 4 });
/** The week of a hall; where Saturdays, Sundays or holidays are left out it is closed then. */
export const HallWeek = Type.Object({
  workingDays: Hours,
  saturdays: Type.Optional(Hours),
  sundays: Type.Optional(Hours),
  holidays: Type.Optional(Hours),
});

export const DaysGiven = Type.Object({
  kind: Type.Literal('days'),
  divisionCode: Area,
  /** One hall alone: its hours change, no clock does. */
  hallId: Type.Optional(Uuid),
  as: LocalKind,
  from: Day,
  to: Day,
  name: Type.Object({
    zh: Type.String({ minLength: 1, maxLength: 60 }),
    en: Type.String({ minLength: 1, maxLength: 120 }),
  }),
  document: Document,
});

const NoticeDays = Type.Record(Type.String(), Type.String({ maxLength: 60 }));
export const YearGiven = Type.Object({
  kind: Type.Literal('year'),
  year: Type.Integer({ minimum: 2007, maximum: 2099 }),
  off: NoticeDays,
  worked: NoticeDays,
  document: Document,
});

export const HoursGiven = Type.Object({
  kind: Type.Literal('hours'),
  divisionCode: Area,
  hallId: Uuid,
  from: Day,
  hours: HallWeek,
  document: Document,
});

export const AnnouncementGiven = Type.Union([DaysGiven, YearGiven, HoursGiven]);
export type AnnouncementGiven = Static<typeof AnnouncementGiven>;

export const AnnouncementView = Type.Object({
  id: Uuid,
  divisionCode: Area,
  kind: Type.Union([Type.Literal('days'), Type.Literal('year'), Type.Literal('hours'), Type.Literal('withdrawal')]),
  document: Type.String(),
  publishedAt: Type.String(),
  /** False once it was withdrawn. */
  isHolding: Type.Boolean(),
  hallId: orNull(Uuid),
  as: orNull(LocalKind),
  from: orNull(Day),
  to: orNull(Day),
  name: orNull(Sentence),
  year: orNull(Type.Object({ year: Type.Integer(), off: Type.Array(Named), worked: Type.Array(Named) })),
  hours: orNull(HallWeek),
  withdraws: orNull(Uuid),
});
export type AnnouncementView = Static<typeof AnnouncementView>;

const staff: readonly Role[] = ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'];

export const ListAnnouncements = defineRoute({
  method: 'GET',
  path: '/api/console/calendar/announcements',
  summary: 'What was announced about working days and hours, newest first (工作日历公告)',
  allow: staff,
  response: Type.Object({
    /** Days after this year go by the law alone until its notice comes. */
    announcedThrough: Type.Integer(),
    announcements: Type.Array(AnnouncementView),
  }),
});

export const CalendarDay = Type.Object({
  on: Day,
  kind: Type.Union([
    Type.Literal('working'),
    Type.Literal('make-up'),
    Type.Literal('weekend'),
    Type.Literal('holiday'),
    Type.Literal('local-holiday'),
    Type.Literal('local-working'),
  ]),
  isWorking: Type.Boolean(),
  name: orNull(Sentence),
  document: orNull(Type.String()),
  isProvisional: Type.Boolean(),
});
export type CalendarDay = Static<typeof CalendarDay>;

export const ReadCalendar = defineRoute({
  method: 'GET',
  path: '/api/console/calendar/days',
  summary: 'The days of a month, as they hold now or as they were known at an instant (工作日历)',
  allow: staff,
  query: Type.Object({
    month: Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' }),
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
  }),
  response: Type.Object({ days: Type.Array(CalendarDay) }),
});

export const PublishAnnouncement = defineRoute({
  method: 'POST',
  path: '/api/console/calendar/announcements',
  summary: 'Publish a local holiday, make-up day, closing, a national year or the hours of a hall (发布工作日历公告)',
  allow: ['administrator'],
  body: AnnouncementGiven,
  response: Type.Object({ id: Uuid }),
});

export const WithdrawAnnouncement = defineRoute({
  method: 'POST',
  path: '/api/console/calendar/announcements/:id/withdraw',
  summary: 'Withdraw an announcement from now on (撤回公告)',
  allow: ['administrator'],
  params: Type.Object({ id: Uuid }),
  body: Type.Object({ document: Document }),
  response: Type.Object({ id: Uuid }),
});

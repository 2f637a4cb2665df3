import type { Module } from '@zhengtong/platform';
import { adoptYears } from './adopt-years.ts';
import { calendarRoutes } from './routes.ts';

export const calendarModule: Module = {
  name: 'calendar',
  migrations: new URL('../migrations/', import.meta.url),
  routes: calendarRoutes,
  recurring: [adoptYears],
};

export { type Adopted, adoptBuiltInYears, listMissing } from './adopt-years.ts';
export { viewAnnouncements } from './announcement-views.ts';
export type { Announcement, LocalDays, Said } from './domain/announcement.ts';
export { calendarOf } from './domain/calendar-of.ts';
export type { HallDay } from './domain/hall-day.ts';
export type { AnnouncementRefusal } from './domain/judge-announcement.ts';
export { importAnnouncements } from './import-announcements.ts';
export { publishAnnouncement } from './publish-announcement.ts';
export { listInside as listAnnouncements } from './store-announcements.ts';
export { withdrawAnnouncement } from './withdraw-announcement.ts';
export { hallDayAt, workCalendarAt } from './work-calendar-at.ts';

import { ok, refuse } from '@zhengtong/kernel';
import { type App, type Ctx, type Problems, serve } from '@zhengtong/platform';
import { isWithinDivision } from '@zhengtong/standards';
import { viewAnnouncements } from './announcement-views.ts';
import * as contract from './contract.ts';
import type { AnnouncementRefusal } from './domain/judge-announcement.ts';
import { publishAnnouncement } from './publish-announcement.ts';
import { readCalendar } from './read-calendar.ts';
import { type NoticeRefused, readGiven } from './read-given.ts';
import { listInside } from './store-announcements.ts';
import { withdrawAnnouncement } from './withdraw-announcement.ts';
import { workCalendarAt } from './work-calendar-at.ts';

const divisionOf = (ctx: Ctx): string => ctx.actor.divisionCode ?? '';

/**
 * An administrator speaks for the own division and for those inside it. What the country and the province announced is
 * typed in by the city that runs the program (codes ending in 00), and by none of its counties: it moves everybody's clocks.
 */
const isOwnArea = (ctx: Ctx, area: string): boolean =>
  isWithinDivision(area, divisionOf(ctx)) ||
  (divisionOf(ctx).endsWith('00') && isWithinDivision(divisionOf(ctx), area));

const problems: Problems<AnnouncementRefusal | NoticeRefused> = {
  'document-missing': { status: 422, zh: '请写明依据的文件', en: 'Name the document it rests on' },
  'days-wrong': {
    status: 422,
    zh: '日期不存在，或结束早于开始（2007 年至 2099 年）',
    en: 'A day does not exist, or the last is before the first (2007 to 2099)',
  },
  'too-many-days': { status: 422, zh: '一次最多 120 天，请分开发布', en: 'At most 120 days at once' },
  'worked-in-the-past': {
    status: 422,
    zh: '不能把已经过去的日子定为上班：期限会因此在过去届满',
    en: 'A day gone by cannot be made a working day: limits would run out in the past',
  },
  'not-your-area': { status: 403, zh: '不能为这个区划发布或撤回', en: 'You cannot publish or withdraw for this area' },
  'hours-wrong': {
    status: 422,
    zh: '开放时间应先后排列，关门晚于开门',
    en: 'Hours follow one another, each closing after it opens',
  },
  'nothing-to-withdraw': {
    status: 409,
    zh: '没有这条公告，或已经撤回',
    en: 'There is no such announcement, or it was withdrawn',
  },
  'notice-wrong': { status: 422, zh: '放假安排写得不对', en: 'The notice is not written right' },
};

export function calendarRoutes(app: App): void {
  serve(
    app,
    contract.ListAnnouncements,
    async (ctx) => {
      const all = await listInside(ctx.tx, divisionOf(ctx));
      const { announcedThrough } = await workCalendarAt(ctx, divisionOf(ctx));
      return ok({ announcedThrough, announcements: viewAnnouncements(all) });
    },
    {},
  );
  serve(
    app,
    contract.ReadCalendar,
    async (ctx, { query }) => ok({ days: await readCalendar(ctx, divisionOf(ctx), query) }),
    {},
  );
  serve(
    app,
    contract.PublishAnnouncement,
    async (ctx, { body }) => {
      const given = readGiven(body);
      if (!given.ok) return given;
      if (!isOwnArea(ctx, given.value.divisionCode)) return refuse({ kind: 'not-your-area' });
      const published = await publishAnnouncement(ctx, given.value);
      return published.ok ? ok({ id: published.value.id }) : published;
    },
    problems,
  );
  serve(
    app,
    contract.WithdrawAnnouncement,
    async (ctx, { params, body }) => {
      const { document } = body;
      const withdrawn = await withdrawAnnouncement(ctx, divisionOf(ctx), {
        id: params.id,
        document,
        mayFor: (area) => isOwnArea(ctx, area),
      });
      return withdrawn.ok ? ok({ id: withdrawn.value.id }) : withdrawn;
    },
    problems,
  );
}

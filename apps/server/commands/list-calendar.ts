import { listAnnouncements, listMissing, viewAnnouncements, workCalendarAt } from '@zhengtong/calendar';
import { civilDateAt, toInstant } from '@zhengtong/kernel';
import { migrate, platformModule } from '@zhengtong/platform';
import { sayDone, withHouse } from '../src/operator/with-house.ts';

export const summary = '列出工作日历公告 · list what was announced about working days';
export const usage = '用法 · usage: npm run zhengtong -- list calendar';

export const run = (): Promise<number> =>
  withHouse(async ({ config, setting, modules }) => {
    await migrate(setting.db, [platformModule, ...modules]);
    const ctx = { tx: setting.db, keys: setting.keys };
    const { divisionCode } = config.city;
    const { announcedThrough } = await workCalendarAt(ctx, divisionCode);
    const announcements = await listAnnouncements(setting.db, divisionCode);
    const waiting = listMissing(announcements).map(({ year }) => year);
    const lines = viewAnnouncements(announcements).map((one) => {
      const days = one.year ? `${one.year.year}` : one.from ? `${one.from} – ${one.to ?? '…'}` : '';
      const what = [one.divisionCode, one.kind, one.as, days, one.name?.zh, one.document].filter(Boolean).join('  ');
      return `${one.isHolding ? '  ' : '✗ '}${civilDateAt(toInstant(Date.parse(one.publishedAt)))}  ${what}  ${one.id}`;
    });
    sayDone([
      `放假安排已公布到 ${announcedThrough} 年，其后暂按法定节假日推算 · announced through ${announcedThrough}, later days by the law alone`,
      ...(waiting.length > 0
        ? [`本版本带来、尚未发布 not published yet: ${waiting.join('、')} → npm run zhengtong -- adopt years`]
        : []),
      ...lines,
    ]);
  });

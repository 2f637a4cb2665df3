import { addDays, type CivilDate } from '@zhengtong/kernel';
import { announcedNotices, type Notice } from '../calendar/notices.ts';
import { listStatutoryDays } from '../calendar/statutory.ts';
import type { LocalDay } from '../calendar/work-calendar.ts';

/** What a division's authorities announced, in the order they did. */
export type Announced = { readonly notices: readonly Notice[]; readonly localDays: readonly LocalDay[] };

type Random = (below: number) => number;
const name = { zh: '地方节日', en: 'local day' };
const areas = ['990000', '990100', '990102', '990200', '450000'] as const;

/**
 * Random announcements of the years a history may touch: holidays, days worked instead, closings of some days, of the
 * division, of those around it and of others that must not matter; and made-up notices of years not announced yet.
 */
export function makeAnnouncements(random: Random): Announced {
  const localDays: LocalDay[] = [];
  for (let count = random(30); count > 0; count--) {
    const division = areas[random(areas.length)] as string;
    const isWorking = random(3) === 0;
    const from = addDays('2007-01-01' as CivilDate, random(25 * 365));
    for (let day = random(6); day >= 0; day--)
      localDays.push({ division, on: addDays(from, day), isWorking, name, document: `${count}号` });
  }
  const first = (announcedNotices.at(-1)?.year ?? 0) + 1;
  const notices = Array.from({ length: random(3) }, (_, i) => makeNotice(first + i, random));
  return { notices, localDays };
}

function makeNotice(year: number, random: Random): Notice {
  const any = (): CivilDate => addDays(`${year}-01-01` as CivilDate, random(365));
  const off = Array.from({ length: 25 }, () => ({ on: any(), name }));
  const taken = new Set(off.map(({ on }) => on));
  const worked = Array.from({ length: 6 }, () => ({ on: any(), name })).filter(({ on }) => !taken.has(on));
  return { year, off, worked };
}

let lawful: readonly CivilDate[] | undefined;
/** The days of rest of the law alone; they do not change with announcements, so they are listed once. */
function byLaw(): readonly CivilDate[] {
  lawful ??= Array.from({ length: 75 }, (_, i) => listStatutoryDays(2025 + i)).flatMap((days) =>
    days.map(({ on }) => on),
  );
  return lawful;
}

/**
 * Whether a day is worked in a division, answered from the announcements one by one and from no calendar: the last local
 * word about the day, else the notice of its year, else the law, else the weekday.
 */
export function makeWorks({ notices, localDays }: Announced, division: string): (on: CivilDate) => boolean {
  const around = [`${division.slice(0, 2)}0000`, `${division.slice(0, 4)}00`, division];
  const local = new Map<string, boolean>();
  for (const day of localDays) if (around.includes(day.division)) local.set(day.on, day.isWorking);
  const all = [...announcedNotices.filter((one) => !notices.some(({ year }) => year === one.year)), ...notices];
  const years = new Set(all.map(({ year }) => year));
  const said = new Map<string, boolean>();
  for (const { off, worked } of all) {
    for (const { on } of off) said.set(on, false);
    for (const { on } of worked) said.set(on, true);
  }
  for (const on of byLaw()) if (!years.has(Number(on.slice(0, 4)))) said.set(on, false);
  return (on) => local.get(on) ?? said.get(on) ?? ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
}

import { Temporal } from 'temporal-polyfill';

/** Offset from UTC: fixed (`+08:00`, `Z` is 0) or by the rules of a named place (`Asia/Shanghai`). */
export type Zone =
  | { readonly kind: 'offset'; readonly seconds: number }
  | { readonly kind: 'named'; readonly id: string };

export const utc: Zone = { kind: 'offset', seconds: 0 };

const validZones = new Map<string, boolean>();

/** Whether the machine's time zone data knows the name. */
export function isZoneName(id: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,60}$/.test(id)) return false;
  let isValid = validZones.get(id);
  if (isValid === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: id });
      isValid = true;
    } catch {
      isValid = false;
    }
    if (validZones.size < 2_000) validZones.set(id, isValid);
  }
  return isValid;
}

/** Seconds the zone is ahead of UTC at a local day (days since 1970) and second of the day. */
export function offsetAt(zone: Zone, days: number, secondOfDay: number): number {
  if (zone.kind === 'offset') return zone.seconds;
  if (zone.id === 'Z' || zone.id === 'UTC' || zone.id === 'GMT') return 0;
  const local = Temporal.PlainDate.from('1970-01-01').add({ days: inTemporalRange(days) });
  const time = new Temporal.PlainTime(0, 0, 0).add({ seconds: secondOfDay });
  return local.toPlainDateTime(time).toZonedDateTime(zone.id).offsetNanoseconds / 1e9;
}

/** Temporal ends near the year 271821; the calendar repeats every 400 years, and so do zone rules that far off. */
function inTemporalRange(days: number): number {
  const cycle = 146_097;
  return Math.abs(days) < 36_500_000 ? days : days - Math.trunc(days / cycle) * cycle;
}

export function sayZone(zone: Zone): string {
  if (zone.kind === 'named') return `@${zone.id}`;
  if (zone.seconds === 0) return 'Z';
  const size = Math.abs(zone.seconds);
  const two = (part: number) => String(part).padStart(2, '0');
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${zone.seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

/** `Z`, `+08:00`, `-03:30:15`, `@Asia/Shanghai`; undefined where it is none of them. Offsets reach 18 hours. */
export function findZone(text: string): Zone | undefined {
  if (text === 'Z' || text === 'z') return utc;
  if (text.startsWith('@')) {
    const id = text.slice(1);
    return isZoneName(id) ? { kind: 'named', id } : undefined;
  }
  const match = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const total = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > 18 * 3600) return undefined;
  return { kind: 'offset', seconds: match[1] === '-' ? -total : total };
}

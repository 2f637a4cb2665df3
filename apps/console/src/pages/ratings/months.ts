/** Whole months of a sum, both counted: `2026-09`. */
export type Months = { readonly from: string; readonly to: string };

/** This month and the 35 before it, the newest first. */
export function listMonths(now: string): string[] {
  const last = Number(now.slice(0, 4)) * 12 + Number(now.slice(5)) - 1;
  return Array.from({ length: 36 }, (_, back) => last - back).map(
    (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
}

/** What an address asks for; a month that is not offered is this one, and the two are put in their order. */
export function readMonths(search: URLSearchParams, now: string): Months {
  const offered = listMonths(now);
  const read = (name: string) => offered.find((one) => one === search.get(name)) ?? now;
  const [from = now, to = now] = [read('from'), read('to')].sort();
  return { from, to };
}

/** With one end chosen anew; the other goes along where they would come to stand in the wrong order. */
export function moveMonth({ from, to }: Months, end: keyof Months, month: string): Months {
  return end === 'from'
    ? { from: month, to: month > to ? month : to }
    : { from: month < from ? month : from, to: month };
}

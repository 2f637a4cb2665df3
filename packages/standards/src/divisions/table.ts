import type { CivilDate } from '@zhengtong/kernel';
import { type DivisionLevel, divisionPrefix, parseDivisionCode } from './division-code.ts';
import { listRevisions } from './revisions.ts';

/** One name a code had. Months `YYYY-MM` are those of published lists, so the change lies between two of them. */
export type DivisionName = {
  readonly name: string;
  /** First list that has it; absent where it was already in the oldest known. */
  readonly from?: string;
  /** First list that has it no more; absent while it stands. */
  readonly until?: string;
};

export type Division = {
  readonly code: string;
  readonly level: DivisionLevel;
  /** The name on the day asked about, or the last one it had. */
  readonly name: string;
  /** Whether the code stood on the day asked about (today's list without one). Abolished codes are never reused. */
  readonly isInForce: boolean;
  readonly names: readonly DivisionName[];
};

/** A division of the city's own, such as the demonstration city, given as an argument. */
export type OwnDivision = { readonly code: string; readonly name: string };

export type DivisionTable = {
  /** Absent where no list ever had the code. A day between two lists takes what either of them says. */
  find(code: string, on?: CivilDate): Division | undefined;
  /** The divisions right below one, by code; `100000` lists the provinces. Placeholders such as 市辖区 are left out. */
  listWithin(code: string, on?: CivilDate): readonly Division[];
  /** `广东省深圳市南山区`, as written on the day; absent for an unknown code. */
  findFullName(code: string, on?: CivilDate): string | undefined;
};

// What lists write where no city stands between province and county. They are lines of a table, not places.
const placeholders = new Set([
  '市辖区',
  '县',
  '市',
  '省直辖县级行政单位',
  '省直辖县级行政区划',
  '自治区直辖县级行政区划',
]);

function buildNames(own: readonly OwnDivision[]): Map<string, DivisionName[]> {
  const names = new Map<string, DivisionName[]>();
  const revisions = listRevisions();
  for (const [i, { at, names: now }] of revisions.entries()) {
    for (const [code, name] of now) {
      const known = names.get(code) ?? [];
      const last = known.at(-1);
      if (last && !last.until && last.name === name) continue;
      if (last && !last.until) known[known.length - 1] = { ...last, until: at };
      known.push(i === 0 ? { name } : { name, from: at });
      names.set(code, known);
    }
    for (const [code, known] of names) {
      const last = known.at(-1);
      if (last && !last.until && !now.has(code)) known[known.length - 1] = { ...last, until: at };
    }
  }
  for (const { code, name } of own) names.set(code, [{ name }]);
  return names;
}

/** The day lies in a stretch, or between its last list and the first without it. */
function covers(name: DivisionName, month: string, previous: ReadonlyMap<string, string>): boolean {
  const from = name.from ? (previous.get(name.from) ?? name.from) : undefined;
  return (!from || month >= from) && (!name.until || month < name.until);
}

/** The table of county level and above through time, with divisions of one's own beside it. Build once, keep. */
export function makeDivisionTable(own: readonly OwnDivision[] = []): DivisionTable {
  const names = buildNames(own);
  const months = listRevisions().map(({ at }) => at);
  // A code first seen in the list of 2025 may have come any time after the list before it.
  const previous = new Map(months.slice(1).map((at, i) => [at, months[i] as string]));
  const codes = [...names.keys()].sort();

  const find: DivisionTable['find'] = (code, on) => {
    const known = names.get(code);
    const parsed = parseDivisionCode(code);
    if (!known || !parsed.ok) return undefined;
    const month = on?.slice(0, 7);
    const standing = known.find((one) => (month ? covers(one, month, previous) : !one.until));
    const shown = standing ?? (known.at(-1) as DivisionName);
    return { code, level: parsed.value.level, name: shown.name, isInForce: standing !== undefined, names: known };
  };

  const isRightBelow = (code: string, parent: string): boolean => {
    if (code === parent || !code.startsWith(divisionPrefix(parent))) return false;
    const up = parseDivisionCode(code);
    if (!up.ok || !up.value.parent) return false;
    if (up.value.parent === parent) return true;
    // Counties governed by the province itself, and districts of a municipality, hang under a placeholder or nothing.
    const between = names.get(up.value.parent)?.at(-1)?.name;
    const grand = `${code.slice(0, 2)}0000`;
    return (
      grand === parent && up.value.parent !== parent && (between === undefined || isSameAsProvince(between, grand))
    );
  };
  const isSameAsProvince = (name: string, province: string): boolean =>
    placeholders.has(name) || names.get(province)?.at(-1)?.name === name;

  return {
    find,
    listWithin: (parent, on) =>
      codes
        .filter((code) => isRightBelow(code, parent))
        .map((code) => find(code, on))
        .filter((one) => one?.isInForce === true && !isPlaceholder(one, names)) as readonly Division[],
    findFullName: (code, on) => {
      const end = find(code, on);
      if (!end) return undefined;
      const path = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code].map((step) => find(step, on)?.name ?? '');
      return path.filter((name, i) => name !== '' && !placeholders.has(name) && path.indexOf(name) === i).join('');
    },
  };
}

/** 市辖区 and its like, and the second 北京市 that stands between the municipality and its districts. */
function isPlaceholder(one: Division, names: ReadonlyMap<string, readonly DivisionName[]>): boolean {
  if (one.level !== 'city') return placeholders.has(one.name) && one.level !== 'county';
  return placeholders.has(one.name) || names.get(`${one.code.slice(0, 2)}0000`)?.at(-1)?.name === one.name;
}

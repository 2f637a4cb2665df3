import { listPlacesBelow, type Place } from '@zhengtong/catalogue';
import { type Form, type FormContext, listPlaceCodes } from '@zhengtong/forms';
import type { Ctx } from '@zhengtong/platform';
import { parseDivisionCode } from '@zhengtong/standards';
import { type DivisionTable, makeDivisionTable } from '@zhengtong/standards/divisions';

/** By the code of a county or town: the places right below it, from a list the city imported. Empty where it did not. */
export type Places = ReadonlyMap<string, readonly Place[]>;

// A tenth of a second to build: once a process, at the first form that asks for a place.
let built: DivisionTable | undefined;
function table(): DivisionTable {
  built ??= makeDivisionTable();
  return built;
}

/**
 * What a form asks of the imported lists: the towns of each county answered, the villages of each town, for these answers
 * as typed. One read; none in the demonstration city, whose divisions are its own.
 */
export async function loadPlaces(
  ctx: Pick<Ctx, 'tx'>,
  divisionCode: string,
  form: Form,
  ...typed: readonly unknown[]
): Promise<Places> {
  if (divisionCode.startsWith('99')) return new Map();
  const codes = typed.flatMap((answers) => listPlaceCodes(form, answers)).flatMap(parentsIn);
  return await listPlacesBelow(ctx, [...new Set(codes)]);
}

/** The county of a code and its town. Of what lies above counties only the few cities without any, such as 东莞市. */
function parentsIn(code: string): readonly string[] {
  const parsed = parseDivisionCode(code);
  if (!parsed.ok) return [];
  const known = parsed.value.code;
  const county = known.slice(0, 6);
  if (known.length === 6 && table().listWithin(county).length > 0) return [];
  return known.length === 6 ? [county] : [county, known.slice(0, 9)];
}

/**
 * The places of a real city for its forms: counties of GB/T 2260, closer ones where they were imported. Where a town is
 * known a code that is none of its list is refused, unless what is read was filed: a list imported later makes nobody's
 * answer wrong.
 */
export const realPlaces = (
  places: Places,
  isFiled: boolean,
): Pick<FormContext, 'findDivision' | 'listDivisions' | 'listCloser'> => ({
  findDivision: (code) => {
    const closer = findCloser(places, code);
    return closer ?? (closer === undefined || isFiled ? findCounty(code) : undefined);
  },
  listDivisions: listRealPlaces,
  listCloser: (code) => places.get(code) ?? [],
});

/** `青秀区新竹街道`; null where the lists have others there and not this one, undefined where no list can tell. */
function findCloser(places: Places, code: string): string | null | undefined {
  const county = findCounty(code);
  if (code.length <= 6 || county === undefined) return undefined;
  const names: string[] = [county];
  for (let digits = 9; digits <= code.length; digits += 3) {
    const listed = places.get(code.slice(0, digits === 9 ? 6 : 9));
    if (!listed) return names.length > 1 ? names.join('') : undefined;
    const name = listed.find((one) => one.code === code.slice(0, digits))?.name;
    if (name === undefined) return null;
    names.push(name);
  }
  return names.join('');
}

/** The name of a county, or of the one that a town or village lies in; undefined where no list ever had it. */
const findCounty = (code: string): string | undefined => table().find(code.slice(0, 6))?.name;

/**
 * The counties of a city or a province (GB/T 2260), to be chosen instead of typed as a code; of a province with the name
 * of their city. Of a county itself; of the whole country none: three thousand are no list.
 */
function listRealPlaces(within: string): readonly Place[] {
  if (within === '100000') return [];
  const below = table().listWithin(within);
  if (below.length === 0) {
    const name = findCounty(within);
    return name ? [{ code: within.slice(0, 6), name }] : [];
  }
  return below.flatMap((one): readonly Place[] => {
    const deeper = table().listWithin(one.code);
    return deeper.length > 0 ? deeper.map(({ code, name }) => ({ code, name: one.name + name })) : [one];
  });
}

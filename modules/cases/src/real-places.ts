import { type DivisionTable, makeDivisionTable } from '@zhengtong/standards/divisions';

type Place = { readonly code: string; readonly name: string };

// A tenth of a second to build: once a process, at the first form that asks for a place.
let built: DivisionTable | undefined;
function table(): DivisionTable {
  built ??= makeDivisionTable();
  return built;
}

/** The name of a county, or of the one that a town or village lies in; undefined where no list ever had it. */
export const findRealPlace = (code: string): string | undefined => table().find(code.slice(0, 6))?.name;

/**
 * The counties of a city or a province (GB/T 2260), to be chosen instead of typed as a code; of a province with the name
 * of their city. Of a county itself; of the whole country none: three thousand are no list.
 */
export function listRealPlaces(within: string): readonly Place[] {
  if (within === '100000') return [];
  const below = table().listWithin(within);
  if (below.length === 0) {
    const name = findRealPlace(within);
    return name ? [{ code: within, name }] : [];
  }
  return below.flatMap((one): readonly Place[] => {
    const deeper = table().listWithin(one.code);
    return deeper.length > 0 ? deeper.map(({ code, name }) => ({ code, name: one.name + name })) : [one];
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadFonts, makeDemoSeal, writeDemoSealFolder } from '@zhengtong/ofd';

/** 国发〔1999〕25号: the seal of a department of a city is at most 4.5 cm across; its own is usually 4.2. */
const diameter = 42;

/**
 * A demonstration seal for each department of the demonstration city, with keys made on this machine. They prove nothing
 * about anybody, and every paper they stand on says so.
 */
export function makeDemoSeals(
  place: string,
  departments: readonly { readonly name: string; readonly code: string }[],
  now: number,
): void {
  const missing = departments.filter(({ code }) => !existsSync(join(place, code, 'seal.esl')));
  if (missing.length === 0) return;
  const fonts = loadFonts();
  for (const { name, code } of missing)
    writeDemoSealFolder(join(place, code), makeDemoSeal(name, diameter, fonts, now));
}

import { lineAt, type SourceFile, type Trespass } from '../tree.ts';

export const guarantee = 'no resident number in the repository can be that of a living person';

// Two numbers printed in GB 11643 itself.
const published = new Set(['11010519491231002X', '440524188001010014']);
// 99 is no area of GB/T 2260; 81, 82, 83 are the residence permits' areas, where only their published samples may occur.
const inventedArea = /^(99|81|82|83)/;

/** GB 11643, annex A: ISO 7064 MOD 11-2 over seventeen digits, and a day of birth that exists. */
export function isResidentNumber(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(born.getTime()) || !born.toISOString().startsWith(`${year}-${month}-${day}`)) return false;
  if (Number(year) < 1800 || Number(year) > 2100) return false;
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += Number(number[place]) * (2 ** (17 - place) % 11);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

export function scan(files: readonly SourceFile[]): Trespass[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g)]
      .filter(
        ([number]) => !published.has(number.toUpperCase()) && !inventedArea.test(number) && isResidentNumber(number),
      )
      .map((match) => ({
        path,
        line: lineAt(text, match.index),
        say: 'holds a resident number that somebody may bear: use area 99 (990100…)',
      })),
  );
}

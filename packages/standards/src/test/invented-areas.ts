import type { OwnDivision } from '../divisions/table.ts';

/** Divisions of area 99, which no list of the state has, for tests and pages of samples. */
export const inventedDivisions: readonly OwnDivision[] = [
  { code: '990000', name: '示例省' },
  { code: '990100', name: '示例市' },
  { code: '990102', name: '青禾区' },
  { code: '990103', name: '南塘区' },
  { code: '990104', name: '西岭区' },
  { code: '990121', name: '北溪县' },
];

/** As `parseResidentNumber` takes them. */
export const inventedAreas: readonly string[] = ['990000'];

import type { OwnDivision } from './table.ts';

/** The demonstration city. Area 99 is in no list of the state, so nothing here can be taken for a real place. */
export const demoDivisions: readonly OwnDivision[] = [
  { code: '990000', name: '示例省' },
  { code: '990100', name: '示例市' },
  { code: '990102', name: '东湖区' },
  { code: '990103', name: '南塘区' },
  { code: '990104', name: '西岭区' },
  { code: '990121', name: '北溪县' },
];

/** What `parseResidentNumber` takes as `demoAreas` where the demonstration city is loaded. */
export const demoAreas: readonly string[] = ['990000'];

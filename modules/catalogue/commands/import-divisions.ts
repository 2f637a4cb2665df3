import { importReference } from '../src/imports/import-reference.ts';

export const summary = '导入行政区划（到村，可为 .gz） · import divisions down to the village from FILE';

export const run = ([path]: string[]): Promise<number> => importReference('divisions', path);

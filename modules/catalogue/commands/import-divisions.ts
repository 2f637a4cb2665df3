import { importReference } from '../src/imports/import-reference.ts';

export const summary = '导入行政区划（到村，可为 .gz） · import divisions down to the village from FILE';
export const usage = '用法 · usage: npm run zhengtong -- import divisions FILE[.gz]';

export const run = ([path]: string[]): Promise<number> => importReference('divisions', usage, path);

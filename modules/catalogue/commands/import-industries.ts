import { importReference } from '../src/imports/import-reference.ts';

export const summary = '导入国民经济行业分类 · import industries of GB/T 4754 from FILE';
export const usage = '用法 · usage: npm run zhengtong -- import industries FILE[.gz]';

export const run = ([path]: string[]): Promise<number> => importReference('industries', usage, path);

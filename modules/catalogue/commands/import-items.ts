import { runImport, sayAside, showProgress, withDatabase } from '../src/imports/open-for-command.ts';
import { refuseUntaken } from '../src/imports/refuse-untaken.ts';
import { catalogueModule, type ImportCounts, importItems } from '../src/index.ts';

export const summary = '导入事项清单（JSON Lines 或 JSON） · import items from FILE';
export const usage = '用法 · usage: npm run zhengtong -- import items FILE[.gz]';

const say = (counts: ImportCounts): string =>
  `读取 read ${counts.read} · 新增 added ${counts.added} · 更新 changed ${counts.changed} · 未变 unchanged ${counts.unchanged} · ` +
  `本地已编辑 kept ${counts.kept} · 隔离 quarantined ${counts.quarantined} · 机构 organisations ${counts.organisations.size}`;

/** A portal serves one division: whoever imported another's items would look for them there in vain. */
function sayElsewhere(codes: readonly string[], served: string): string {
  const [some, more] = [codes.slice(0, 5).join('、'), codes.length > 5 ? '…' : ''];
  return (
    `文件里有区划 ${some}${more} 的事项，已存入；本门户只列出 ${served} 的事项，要列出请把 CITY 设为该区划。 · ` +
    `The file has items of ${some}${more}: they are kept, but this portal lists those of ${served}; set CITY to list them.`
  );
}

export const run = ([path]: string[]): Promise<number> =>
  runImport(usage, path, (file, given) =>
    withDatabase(catalogueModule, async (setting, { city }) => {
      let last: ImportCounts | undefined;
      for await (const counts of importItems(setting, file)) {
        last = counts;
        showProgress(say(counts), false);
      }
      if (!last) return;
      showProgress(say(last), true);
      sayAside(last.quarantined);
      const elsewhere = [...last.divisions].filter((code) => code !== city.divisionCode);
      if (elsewhere.length > 0) console.log(sayElsewhere(elsewhere, city.divisionCode));
      await refuseUntaken(given, 'items', last);
    }),
  );

import { runImport, showProgress, withDatabase } from '../src/imports/open-for-command.ts';
import { catalogueModule, type ImportCounts, importItems } from '../src/index.ts';

export const summary = '导入事项清单（JSON Lines 或 JSON） · import items from FILE';
export const usage = '用法 · usage: npm run zhengtong -- import items FILE[.gz]';

const say = (counts: ImportCounts): string =>
  `读取 read ${counts.read} · 新增 added ${counts.added} · 更新 changed ${counts.changed} · 未变 unchanged ${counts.unchanged} · ` +
  `本地已编辑 kept ${counts.kept} · 隔离 quarantined ${counts.quarantined} · 机构 organisations ${counts.organisations.size}`;

export const run = ([path]: string[]): Promise<number> =>
  runImport(usage, path, (file) =>
    withDatabase(catalogueModule, async (setting) => {
      let last: ImportCounts | undefined;
      for await (const counts of importItems(setting, file)) {
        last = counts;
        showProgress(say(counts), false);
      }
      if (!last) return;
      showProgress(say(last), true);
      if (last.quarantined > 0)
        console.log(
          '隔离的行和原因见工作台“事项 → 导入隔离区” · lines set aside, with reasons: console, “Items → Lines set aside”',
        );
    }),
  );

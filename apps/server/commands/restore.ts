import { resolve } from 'node:path';
import { type Config, platformModule, restoreBackup, type Step } from '@zhengtong/platform';
import { hasDemo } from '../src/demo/prepare-demo.ts';
import { claimFolder } from '../src/one-program.ts';
import { sayDone, sayStep, withHouse } from '../src/operator/with-house.ts';
import { prepareFiles } from '../src/prepare-files.ts';
import { sayDemo, sayIds, saySize } from './backup.ts';

export const summary =
  '把备份恢复到空数据库（先放好密钥）· restore a backup FOLDER into an empty database (keys first)';
export const usage = '用法 · usage: npm run zhengtong -- restore FOLDER [--unproved]';

export async function run(args: string[]): Promise<number> {
  const acceptUnproved = args.includes('--unproved');
  const [folder] = args.filter((word) => word !== '--unproved');
  if (!folder) {
    console.error(usage);
    return 2;
  }
  return withHouse(async ({ config, database, storage, keys, modules }) => {
    // A program on this folder would fill the database while it is being restored.
    const leave = await claimFolder(config.home);
    try {
      await prepareFiles(config.filesAt);
      const started = performance.now();
      const sources = [platformModule, ...modules];
      const manifest = await restoreBackup({
        database,
        storage,
        keys,
        folder: resolve(folder),
        sources,
        onStep,
        acceptUnproved,
      });
      sayDone([
        `恢复完成 restored: ${saySize(manifest)}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
        `  备份时间 made at ${manifest.madeAt}（PostgreSQL ${manifest.postgres}）`,
        ...(manifest.missing
          ? ['  备份时就缺的文件 files that were missing already when it was made:', ...sayIds(manifest.missing)]
          : []),
        ...sayNext(config).map((line) => `  ${line}`),
      ]);
    } finally {
      leave();
    }
  });
}

/** A service has its settings from its unit: started by `npm start` in this shell it would be another program. */
export function sayNext(config: Config): string[] {
  if (config.databaseUrl || config.publicUrl.startsWith('https:'))
    return [
      '现在可以启动服务（systemctl start …，见 docs/guides/run-in-production.md），不要用 npm start',
      'now start its service (systemctl start …, see docs/guides/run-in-production.md), not npm start',
    ];
  return [
    ...(hasDemo(config) ? [] : [`如果是示例城市 · if it is the demonstration city: ${sayDemo(config)}`]),
    '现在可以启动：npm start · now start it: npm start',
  ];
}

const words = { check: '校验 checking', file: '文件 file', table: '表 table' };
const onStep = ({ kind, name, rows }: Step): void =>
  sayStep(`${words[kind]} ${name}${rows === undefined ? '' : `: ${rows} 行 rows`}`);

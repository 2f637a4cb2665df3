import { catalogueModule } from '../index.ts';
import { importDivisions, importIndustries, type ReferenceCounts } from './import-divisions.ts';
import { runImport, sayAside, showProgress, withDatabase } from './open-for-command.ts';
import { refuseUntaken } from './refuse-untaken.ts';

const takes = { divisions: importDivisions, industries: importIndustries };

/** The command behind `import divisions` and `import industries`. */
export const importReference = (name: keyof typeof takes, usage: string, path?: string): Promise<number> =>
  runImport(usage, path, (file, given) =>
    withDatabase(catalogueModule, async (setting) => {
      let last: ReferenceCounts = { read: 0, added: 0, known: 0, quarantined: 0 };
      const say = () =>
        `读取 read ${last.read} · 新增 added ${last.added} · 已有 known ${last.known} · 隔离 quarantined ${last.quarantined}`;
      for await (const counts of takes[name](setting, file)) {
        last = counts;
        showProgress(say(), false);
      }
      showProgress(say(), true);
      sayAside(last.quarantined);
      await refuseUntaken(given, name, last);
    }),
  );

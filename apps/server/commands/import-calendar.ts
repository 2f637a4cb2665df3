import { importAnnouncements } from '@zhengtong/calendar';
import { migrate, OperatorError, platformModule, systemActor, transact } from '@zhengtong/platform';
import { sayDone, withHouse } from '../src/operator/with-house.ts';
import { withWritten } from '../src/operator/with-written.ts';

export const summary =
  '发布放假安排、地方放假、停办和大厅时间 · publish national years, local days, closings, hall hours from FILE';

export const usage = `用法 · usage: npm run zhengtong -- import calendar FILE [--past]
FILE 是 JSON 或 YAML，一条或多条 · one entry or a list, in JSON or YAML:
  { kind: year, year: 2027, off: { "2027-01-01": 元旦 }, worked: { "2027-02-20": 春节 }, document: 国办发明电〔2026〕9号 }
  { kind: days, divisionCode: "990100", as: holiday, from: "2027-03-09", to: "2027-03-10",
    name: { zh: 建市节, en: Founding Day }, document: 示例市人民政府〔2027〕3号 }   # as: holiday | working | closed
--past：全国放假安排可以把已经过去的日子定为上班（期限可能因此在过去届满）
--past: a national year may make days gone by working days (limits may run out in the past)`;

/** All entries or none; entries that hold already are left alone, so the same file may come again. */
export async function run(words: string[]): Promise<number> {
  const mayWorkPast = words.includes('--past');
  const [file] = words.filter((word) => word !== '--past');
  return await withWritten(file, usage, (written) => {
    const entries: unknown[] = Array.isArray(written) ? written : [written];
    return withHouse(async ({ setting, modules }) => {
      await migrate(setting.db, [platformModule, ...modules]);
      const done = await transact(setting, systemActor('operator'), (ctx) =>
        importAnnouncements(ctx, entries, { mayWorkPast }),
      );
      if (!done.ok) {
        const { entry, kind } = done.refusal;
        const why = 'say' in done.refusal ? done.refusal.say : { zh: kind, en: kind };
        throw new OperatorError(
          `第 ${entry} 条不对，什么都没有发布：${why.zh} · Entry ${entry} will not do, nothing was published: ${why.en}\n${usage}`,
        );
      }
      const { published, known } = done.value;
      sayDone([
        `发布 published ${published.length} · 已有 known ${known}`,
        ...published.map((one) => `  ${one.divisionCode} ${one.kind} ${one.document}`),
        '  未办结的件将在几秒内按新的安排重新计算期限；日期有变的，会通知申请人（程序须在运行）。',
        '  Open cases are computed anew within seconds, and applicants whose date moves are told (while the program runs).',
      ]);
    });
  });
}

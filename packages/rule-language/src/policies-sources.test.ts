import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkText, findDay, lawFolder, listPolicyFiles, readPolicy, readText } from './index.ts';

const given = join(import.meta.dirname, '../../../../shared/data');
const archive = join(given, 'laws-cn/laws-all.tar.gz');
const rates = join(given, 'rates/income-tax-brackets.json');
const absent = (path: string) => (existsSync(path) ? false : `not there: ${path.split('/').slice(-2).join('/')}`);

test('every article the shipped texts quote stands so in the law library, or the text says that it could not be proof-read', {
  skip: absent(archive),
}, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'laws-'));
  t.after(() => rmSync(folder, { recursive: true }));
  execFileSync('tar', ['xzf', archive, '-C', folder]);
  const library = lawFolder(folder);
  assert.match(String(library.findArticle('社会救助暂行办法', '第九条')), /人均收入低于当地最低生活保障标准/);
  const unproved = new Set<string>();
  for (const file of listPolicyFiles()) {
    const ask = { laws: library, samples: 0, lawDay: findDay('2024-07-01') ?? 0 };
    const found = checkText(readPolicy(file), ask).problems.filter((one) => one.code.startsWith('article-'));
    assert.deepEqual(
      found.filter((one) => one.severity !== 'hint').map((one) => `${file} ${one.line} ${one.zh}`),
      [],
    );
    for (const one of found) unproved.add(/《(.+?)》/.exec(one.zh)?.[1] ?? one.zh);
  }
  // Seven documents the library does not hold, three written for the examples.
  assert.deepEqual([...unproved].filter((one) => !one.startsWith('示例')).length, 7, [...unproved].join());
  assert.equal(unproved.size, 10);
});

test('the income tax tables are the published brackets', { skip: absent(rates) }, () => {
  type Bracket = { upto: number | null; rate: number; quick: number };
  const published = JSON.parse(readFileSync(rates, 'utf8')) as {
    brackets_annual: Bracket[];
    brackets_monthly_bonus: Bracket[];
  };
  const { text } = readText(readPolicy('income-tax.md'));
  for (const table of text.tables) {
    const brackets = table.name === '奖金税率' ? published.brackets_monthly_bonus : published.brackets_annual;
    const ours = table.rows.map((row) => row.results.map((cell) => Number(cell.text)));
    assert.deepEqual(
      ours,
      brackets.map((one) => [one.rate, one.quick]),
      table.name,
    );
    const ends = table.rows.map((row) => Number(/(?:<= |\.\.)(\d+)/.exec(row.tests[0]?.text ?? '')?.[1] ?? 'NaN'));
    assert.deepEqual(
      ends.slice(0, -1),
      brackets.slice(0, -1).map((one) => one.upto),
      table.name,
    );
  }
});

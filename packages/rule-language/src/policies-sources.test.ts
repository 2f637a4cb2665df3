import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkText, findDay, lawFolder, listPolicyFiles, readPolicy, readText } from './index.ts';

const given = join(import.meta.dirname, '../../../../shared/data');
const laws = join(given, 'laws-cn');
const rates = join(given, 'rates/income-tax-brackets.json');
const absent = (path: string) => (existsSync(path) ? false : `not there: ${path.split('/').slice(-2).join('/')}`);

test('every article the shipped texts quote stands so in the law library', { skip: absent(laws) }, () => {
  const library = lawFolder(laws);
  assert.match(String(library.findArticle('社会救助暂行办法', '第九条')), /人均收入低于当地最低生活保障标准/);
  for (const file of listPolicyFiles()) {
    const { problems } = checkText(readPolicy(file), { laws: library, samples: 0, lawDay: findDay('2024-07-01') ?? 0 });
    const found = problems.filter((one) => one.code === 'article-changed' || one.code === 'article-unknown');
    assert.deepEqual(
      found.map((one) => `${file} ${one.line} ${one.zh}`),
      [],
    );
  }
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

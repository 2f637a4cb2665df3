import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { guideText } from '../src/test/guide-text.ts';

type Command = { run(args: string[]): Promise<number> };
const commands: Record<string, Command> = {
  check: await import('./rules-check.ts'),
  decide: await import('./rules-decide.ts'),
  simulate: await import('./rules-simulate.ts'),
  match: await import('./rules-match.ts'),
  sql: await import('./rules-sql.ts'),
  dmn: await import('./rules-dmn.ts'),
};

function folderOf(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Runs a command and gives its exit code and everything it said. */
async function say(t: TestContext, words: readonly string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const log = t.mock.method(console, 'log', (line: unknown) => void said.push(String(line)));
  const error = t.mock.method(console, 'error', (line: unknown) => void said.push(String(line)));
  const [name = '', ...args] = words;
  const code = await (commands[name] as Command).run(args);
  log.mock.restore();
  error.mock.restore();
  return { code, said: said.join('\n') };
}

const facts = { 地区: '城区', 家庭人口: 2, 家庭月收入: 2400, 已在保: true, 就业已满月数: 5 };
const files = {
  'taper.md': guideText,
  'gbk.md': Uint8Array.from([0x23, 0x20, 0xb5, 0xcd, 0xb1, 0xa3]),
  'facts.json': JSON.stringify(facts),
  'open.json': JSON.stringify({ ...facts, 家庭月收入: null }),
  'list.json': JSON.stringify([facts, { ...facts, 家庭人口: 0 }]),
  'register.json': JSON.stringify(Array.from({ length: 20 }, () => ({ ...facts, 家庭月收入: 4000 }))),
  'broken.json': '{"地区": “城区”}',
  'empty.json': ' ',
  'question.json': '{"facts": {}, "outputs": "渐退金"}',
  'asked.json': '{"facts": {}, "outputs": ["渐退全"]}',
  'null.json': 'null',
  'overlay.json': '{"rules": {"渐退金": "月标佳 * 2"}}',
};

/** Command, exit code, and what must be said for the caller to know what to do. */
const cases: readonly (readonly [words: string, code: number, says: RegExp])[] = [
  ['check taper.md --strict', 0, /可以签发/],
  ['check nope.md', 2, /没有文件 .*nope\.md · there is no file/],
  ['check .', 2, /是文件夹，要写里面的一个文件/],
  ['check gbk.md', 2, /不是 UTF-8 文本.*另存为/],
  ['check income-taxx', 2, /是否应为 income-tax？/],
  ['check taper.md --stric', 2, /没有选项 --stric，是否应为 --strict？/],
  ['check taper.md --on', 2, /--on 的写法不对/],
  ['check taper.md --laws nope', 2, /没有文件夹/],
  ['decide taper.md facts.json', 0, /渐退金 = 424/],
  ['decide taper.md open.json', 1, /家庭月收入/],
  ['decide taper.md list.json', 3, /第 2 个案件 case 2：家庭人口：0 不在范围 1\.\.20/],
  ['decide taper.md broken.json', 2, /第 1 行第 8 列起不是 JSON，.*半角/],
  ['decide taper.md empty.json', 2, /是空的，应为 JSON/],
  ['decide taper.md null.json', 2, /事实应为 JSON 对象/],
  ['decide taper.md question.json', 2, /outputs 应为名称的列表/],
  ['decide taper.md asked.json', 3, /没有结果 渐退全，可用的有：.*渐退金/],
  ['match taper.md facts.json', 2, /名册应为数组/],
  ['match taper.md list.json --rule 渐退金', 2, /--rule 应为：超过标准、可渐退/],
  ['match taper.md list.json', 1, /第 2 条：家庭人口：0 不在范围/],
  ['simulate taper.md list.json --by 家庭月收入', 2, /不能用“家庭月收入”，可用的有：地区/],
  ['simulate taper.md list.json --decile 地区', 2, /不能用“地区”，可用的有：家庭人口/],
  ['simulate taper.md list.json --overlay overlay.json', 2, /overlay\.json “渐退金” .*是否应为“月标准”？/],
  ['simulate taper.md --generate 十万', 2, /--generate 应为 0 到/],
  ['simulate taper.md register.json --cliffs 地区', 2, /不能用“地区”，可用的有：家庭人口/],
  ['simulate taper.md register.json --cliffs 家庭月收入', 0, /到 at 3,181，少得 loses 424，20 行 rows/],
  ['sql taper.md --dialect mysql', 2, /--dialect 应为 postgresql 或 duckdb/],
  ['sql taper.md --not-null 月收入', 2, /没有事实 月收入，可用的有：/],
  ['dmn taper.md --dmn 2.0', 2, /--dmn 应为/],
];

test('every command says in both languages what is wrong and ends with the code of its kind', async (t) => {
  const folder = folderOf(t, files);
  for (const [words, code, says] of cases) {
    const args = words
      .split(' ')
      .map((word) => (word in files || word === '.' || word.startsWith('nope') ? join(folder, word) : word));
    const found = await say(t, args);
    assert.equal(found.code, code, `${words}\n${found.said}`);
    assert.match(found.said, says, words);
  }
});

test('a text written as DMN is read back and decides the same; inputs that are no object are refused', async (t) => {
  const folder = folderOf(t, files);
  const written = await say(t, ['dmn', join(folder, 'taper.md')]);
  writeFileSync(join(folder, 'taper.dmn'), written.said);
  const ask = (name: string) => say(t, ['dmn', join(folder, 'taper.dmn'), '--decision', '渐退金', join(folder, name)]);
  assert.deepEqual(await ask('facts.json'), { code: 0, said: '"424"' });
  assert.equal((await ask('null.json')).code, 2);
  const all = await say(t, ['dmn', join(folder, 'taper.dmn'), join(folder, 'facts.json')]);
  assert.match(all.said, /人均收入 = "1200"\n[\s\S]*渐退金 = "424"/);
});

test('a receipt runs again to the same bytes on its own law day; what else differs is named', async (t) => {
  const folder = folderOf(t, files);
  const asked = ['decide', join(folder, 'taper.md'), join(folder, 'facts.json'), '--json', '--law', '2025-03-01'];
  const { said } = await say(t, asked);
  const { receipt } = JSON.parse(said) as { receipt: Record<string, string> };
  const again = (file: string, changed: Record<string, unknown> = {}) => {
    writeFileSync(join(folder, 'receipt.json'), JSON.stringify({ ...receipt, ...changed }));
    return say(t, ['decide', file, '--receipt', join(folder, 'receipt.json')]);
  };
  const taper = join(folder, 'taper.md');
  assert.equal((await again(taper)).code, 0);
  for (const [file, changed, code, says] of [
    ['income-tax', {}, 1, /规则文本不是当时那一份/],
    [taper, { engine: 'zhengtong-rule-language/1' }, 1, /引擎是 zhengtong-rule-language\/1/],
    [taper, { parametersDigest: '0' }, 1, /参数不是当时的/],
    [taper, { answersDigest: '0' }, 1, /算出的答案不同/],
    [taper, { digest: '0' }, 1, /字段被改过/],
    [taper, { question: '{"facts": {}, "outputs": 5}' }, 2, /这不是回执/],
    [taper, { lawOn: 'once' }, 2, /这不是回执/],
  ] as const) {
    const found = await again(file, changed);
    assert.equal(found.code, code);
    assert.match(found.said, says);
  }
});

test('watching goes on when an editor saves by putting a new file in the place of the old', {
  timeout: 60_000,
}, async (t) => {
  const folder = folderOf(t, files);
  const file = join(folder, 'taper.md');
  const root = join(import.meta.dirname, '../../..');
  const runner = ['--import', './scripts/load-tsx.ts', 'scripts/run-found.ts', 'command', 'rules', 'check'];
  const child = spawn(process.execPath, [...runner, file, '--watch'], { cwd: root });
  t.after(() => child.kill());
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const heard = async (words: RegExp) => {
    while (!words.test(said)) await new Promise((resolve) => child.stdout.once('data', resolve));
    said = '';
  };
  const saveOver = (text: string) => {
    writeFileSync(join(folder, '.save'), text);
    renameSync(join(folder, '.save'), file);
  };
  await heard(/正在看着/);
  saveOver(guideText.replace('= 家庭月收入 /', '= 家庭月收人 /'));
  await heard(/是否应为“家庭月收入”[\s\S]*还不能用/);
  saveOver(guideText);
  await heard(/可以签发/);
});

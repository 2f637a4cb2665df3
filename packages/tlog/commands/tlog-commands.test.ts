import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { newKeyFile } from '../src/node/index.ts';
import { makeWorld } from '../src/test/world.ts';

type Command = { run(args: string[]): Promise<number> };
const commands: Record<string, Command> = {
  witness: await import('./witness.ts'),
  page: await import('./verify-page.ts'),
  receipt: await import('./verify-receipt.ts'),
};

async function say(t: TestContext, [name = '', ...args]: readonly string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const mocks = (['log', 'error'] as const).map((way) =>
    t.mock.method(console, way, (line: unknown) => void said.push(String(line))),
  );
  const code = await (commands[name] as Command).run(args);
  for (const { mock } of mocks) mock.restore();
  return { code, said: said.join('\n') };
}

test('a policy, a trust file or a number that cannot be used is said with its place and what should stand there', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tlog-commands-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const world = await makeWorld(3);
  const files: Readonly<Record<string, string>> = {
    policy: world.policyText,
    'bad-policy': `${world.policyText.trim()}\nquorum nobody\n`,
    'no-quorum': world.policyText.replace(/^quorum .*$/m, ''),
    trust: world.trust,
    'bad-trust': world.trust.replace('zhengtong/trust@v1', 'other'),
    'broken-trust': '{',
    receipt: world.receipt,
    issuers: 'nobody',
    'broken-key': newKeyFile('w.example', 'sm2', 'cosignature').replace('"pem"', '"pem'),
    'log-key': newKeyFile('l.example', 'ed25519', 'note'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const last = world.policyText.trim().split('\n').length + 1;
  const cases: readonly (readonly [words: string, code: number, says: RegExp])[] = [
    [
      'witness --policy bad-policy --key k --state s',
      2,
      new RegExp(`bad-policy:${last}：前面的行里没有这个名称 · no line`),
    ],
    ['witness --policy no-quorum --key k --state s', 2, /no-quorum：应有一行 quorum，而且只有一行 · one quorum line/],
    ['witness --policy policy --key k --state s --every often', 2, /--every 应为 1 到 86400 的整数秒/],
    ['witness --policy policy --key k --state s --listen 1x', 2, /--listen 应为 0 到 65535 的端口号/],
    ['witness new-key a+b --key k', 2, /名称“a\+b”里不能有空白和加号/],
    ['witness --policy policy --key broken-key --state s', 2, /broken-key 不是密钥文件；用 witness new-key/],
    ['witness --policy policy --key log-key --state s', 2, /log-key：见证要联署密钥/],
    ['page --policy no-quorum --out out.html', 2, /no-quorum：policy {2}应有一行 quorum/],
    ['page --policy policy --issuers issuers --out out.html', 2, /“issuers”缺少或不对 · "issuers" is missing/],
    ['page --trust broken-trust --out out.html', 2, /不是信任文件：不是 JSON · no JSON/],
    ['receipt receipt --trust bad-trust', 2, /“format”缺少或不对/],
    ['receipt receipt --trust trust', 0, /✓/],
  ];
  for (const [words, code, says] of cases) {
    const [command = '', ...rest] = words.split(' ');
    const args = rest.map((word) =>
      word in files || ['s', 'k', 'out.html'].includes(word) ? join(folder, word) : word,
    );
    const found = await say(t, [command, ...args]);
    assert.equal(found.code, code, `${words}\n${found.said}`);
    assert.match(found.said, says, words);
    assert.doesNotMatch(found.said, /BEGIN|MI[A-Za-z0-9+/]{8}/, 'no word of a key');
  }
  assert.equal(existsSync(join(folder, 'out.html')), false);
});

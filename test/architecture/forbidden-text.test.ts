import assert from 'node:assert/strict';
import test from 'node:test';
import { places, withHoles } from './feed.ts';
import { scan } from './scans/forbidden-text.ts';

const find = (text: string, path = 'modules/cases/src/a.ts') => places(scan, { [path]: text }).length;

test('a folder of one machine is found', () => {
  assert.equal(find("readFileSync('/work/main/a.txt')"), 1);
  assert.equal(find('see /root/notes', 'docs/guides/start.md'), 1);
  assert.equal(find("mkdir('/tmp/x')"), 1);
  assert.equal(find("mkdir('/tmp/x')", 'modules/cases/src/a.test.ts'), 0);
  assert.equal(find(withHoles("const url = `@{origin}/root/x` + '/api/work/1' + 'https://example.org/work/'")), 0);
});

test('a secret is found wherever it lies', () => {
  for (const text of ['-----BEGIN PRIVATE KEY-----', '-----BEGIN EC PRIVATE KEY-----', `AKIA${'A'.repeat(16)}`])
    for (const path of ['docs/a.md', 'modules/cases/src/a.test.ts', 'packages/ofd/examples/a.pem'])
      assert.equal(find(text, path), 1, path);
  assert.equal(find('-----BEGIN PUBLIC KEY-----', 'docs/a.md'), 0);
});

test('a package registry is found', () => {
  assert.equal(find('registry=https://registry.acme-corp.com/npm', '.npmrc'), 1);
  assert.equal(find('"resolved": "https://x.y/z.tgz"', 'package-lock.json'), 1);
  assert.equal(find('const gauge = registry.metrics.find("x"); // registry.example.org'), 0);
});

test('work left for later is found', () => {
  assert.equal(find('// TODO later'), 1);
  assert.equal(find('-- FIXME', 'modules/cases/migrations/0001_cases.sql'), 1);
});

test('a test that does not run is found, one that says at run time why it cannot is not', () => {
  for (const word of ['test.skip', 'test.only', 'it.todo', 'describe.skip'])
    assert.equal(find(`${word}('x', () => {});`, 'modules/cases/src/a.test.ts'), 1, word);
  assert.equal(find("t.skip('no catalogue here')", 'modules/cases/src/a.test.ts'), 0);
});

test('any is found in code and not in words', () => {
  for (const text of ['x as any', 'let x: any = 1', '(x?: any) => x', 'Array<any>', 'let y: any[]'])
    assert.ok(find(text) > 0, text);
  assert.equal(find("// as any clerk knows: any\nconst s = 'note: any day'; const rule = { any: 1, one: anyOf };"), 0);
});

test('asking at the same time without waiting for all is found in modules, not in their tests', () => {
  for (const word of ['all', 'allSettled', 'any', 'race'])
    assert.equal(find(`await Promise.${word}([a(), b()]);`, 'modules/cases/src/a.ts'), 1, word);
  assert.equal(find('await Promise.all([a(), b()]);', 'modules/cases/src/a.test.ts'), 0);
  assert.equal(find('await Promise.all([a(), b()]);', 'packages/tlog/src/prove.ts'), 0);
});

test('a silenced check is found', () => {
  assert.equal(find('// @ts-ignore'), 1);
  assert.equal(find('// biome-ignore lint: no'), 1);
  assert.equal(find('/* biome-ignore format: no */', 'packages/ui/src/styles/a.css'), 1);
});

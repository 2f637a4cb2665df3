import assert from 'node:assert/strict';
import test from 'node:test';
import { places, tree } from './feed.ts';
import { listTerms, scan } from './scans/glossary.ts';

const head = '| 中文 | English | Code | Source | Not |\n|---|---|---|---|---|\n';
const table = `${head}| 办件 | case | \`case\` | 行政许可法 | \`dossier\`, application |
| 补正 | correction | \`correction\` | | \`idCardNumber\` |`;
const find = (path: string, text: string) => places(scan, { 'docs/glossary.md': table, [path]: text });

test('a row is read by its columns', () => {
  const [file] = tree({ 'docs/glossary.md': table });
  assert.ok(file);
  assert.deepEqual(listTerms(file)[0], { chinese: '办件', code: 'case', never: ['dossier'], line: 3 });
});

test('a term or a code name in the table twice is found', () => {
  const twice = `${table}\n| 案件 | case | \`case\` | | |\n| 办件 | matter | \`matter\` | | |`;
  assert.deepEqual(places(scan, { 'docs/glossary.md': twice }), ['docs/glossary.md:5', 'docs/glossary.md:6']);
});

test('a code name that another row forbids is found', () => {
  const quarrel = `${table}\n| 卷宗 | dossier | \`dossier\` | | |`;
  assert.deepEqual(places(scan, { 'docs/glossary.md': quarrel }), ['docs/glossary.md:5']);
});

test('a forbidden word in a file name or an export is found, in whatever case it is written', () => {
  assert.deepEqual(find('modules/cases/src/open-dossier.ts', ''), ['modules/cases/src/open-dossier.ts:1']);
  assert.deepEqual(find('modules/cases/src/a.ts', '\nexport type OpenDossier = 1;'), ['modules/cases/src/a.ts:2']);
  assert.deepEqual(find('apps/portal/src/a.ts', 'export function sayIdCardNumber() {}'), ['apps/portal/src/a.ts:1']);
});

test('words in prose, inside a file and in packages are free', () => {
  assert.deepEqual(find('modules/cases/src/a.ts', "// a dossier\nconst dossier = 'dossier';"), []);
  assert.deepEqual(find('modules/cases/src/application.ts', 'export const dossiers = 1;'), []);
  assert.deepEqual(find('packages/kernel/src/a.ts', 'export const dossier = 1;'), []);
});

test('a house without a glossary is found', () => {
  assert.deepEqual(places(scan, {}), ['docs/glossary.md:1']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from './check/check-text.ts';
import { decide } from './decide/decide.ts';
import { faultCodes } from './decide/fault.ts';
import { parseExpression } from './feel/parse.ts';
import { feelCodes } from './feel/problem.ts';
import { compileExpression } from './feel/run/compile.ts';
import { compileOn } from './ir/program.ts';
import { type BadText, badCases, badTexts } from './test/bad-texts.ts';
import { problemCodes } from './text/problem.ts';
import { readText } from './text/read-text.ts';

const mark = '‸';

function placeOf(source: string): { line: number; column: number } {
  const before = source.slice(0, source.indexOf(mark)).split('\n');
  assert.equal(source.split(mark).length, 2, 'one mark a text');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** A library of one law, of which it holds the first article only, in the words the bad texts quote. */
const laws = {
  findArticle: (law: string, article: string) =>
    law !== '试行办法' ? null : article === '第一条' ? '收入低的，给予补助。' : undefined,
};
const problemsOf = (source: string) => checkText(source.replaceAll(mark, ''), { laws }).problems;

/** Both languages say something of their own: Chinese in Chinese, and an English sentence whose Chinese is quoted or a name. */
function assertBothLanguages({ zh, en }: { readonly zh: string; readonly en: string }): void {
  assert.match(zh, /\p{Script=Han}{2}/u);
  assert.match(en, /[a-z]+ [a-z]+/);
  assert.doesNotMatch(en, /[“”，。；？！]/, `Chinese signs in the English sentence: ${en}`);
  assert.notEqual(zh, en);
}

for (const { code, source, expected, nearest, says } of badTexts) {
  test(`${code} is told at its line and column, with what was expected, in both languages`, () => {
    const place = placeOf(source);
    const problems = problemsOf(source);
    const all = problems.map((one) => `${one.code} ${one.line}:${one.column} ${one.zh}`).join('\n');
    const found = problems.find(
      (one) =>
        one.code === code && one.line === place.line && one.column === place.column && one.zh.includes(says ?? ''),
    );
    assert.ok(found, `${code} at ${place.line}:${place.column} in\n${all}`);
    assertBothLanguages(found);
    assert.equal(found.nearest, nearest ?? null);
    if (expected !== undefined) assert.ok(found.expected.includes(expected), JSON.stringify(found.expected));
    if (nearest !== undefined) {
      assert.ok(found.zh.includes(`是否应为“${nearest}”`));
      assert.ok(found.en.includes(`did you mean "${nearest}"`));
    }
  });
}

for (const { code, source, facts, says } of badCases) {
  test(`a case stopped by ${code} names the place and the reason in both languages`, () => {
    const { text, problems } = readText(source.replaceAll(mark, ''));
    const { program, problems: more } = compileOn(text, text.versionFrom ?? 0);
    assert.deepEqual([...problems, ...more], []);
    const result = decide(program, { facts, factsOn: '2024-07-01' });
    assert.ok(!result.ok && result.refusal.kind === 'case-fault', JSON.stringify(result));
    const { refusal } = result;
    assert.deepEqual([refusal.code, { line: refusal.line, column: refusal.column }], [code, placeOf(source)]);
    assertBothLanguages(refusal);
    assert.ok(refusal.zh.includes(says ?? ''), refusal.zh);
  });
}

test('feel-unknown-name, which in a rule text is name-unknown, is told where a model has no rule text', () => {
  const written = '1 + 月收人';
  const { problems } = compileExpression(written, parseExpression(written).tree, { mode: 'house', names: ['月收入'] });
  const [found] = problems;
  assert.deepEqual([found?.code, found?.line, found?.column, found?.nearest], ['feel-unknown-name', 1, 5, '月收入']);
  assert.match(found?.zh ?? '', /是否应为“月收入”/);
});

test('every code there is has a bad text or a bad case of its own', () => {
  const shown = new Set<string>([...badTexts, ...badCases].map((one) => one.code).concat('feel-unknown-name'));
  const all = [...Object.keys(problemCodes), ...feelCodes, ...Object.keys(faultCodes)];
  assert.deepEqual(
    all.filter((code) => !shown.has(code)),
    [],
  );
});

test('twenty slips in one text are all shown at once, each at its own line', () => {
  const slips = badTexts.filter((one) => isSlipOfABlock(one)).map((one) => one.source.slice(headLength(one)));
  assert.ok(slips.length >= 20, String(slips.length));
  // Every block gets a name of its own, so that the second is not the double of the first.
  const blocks = slips.map((slip, index) => slip.replaceAll('补助', `补助${index}`).replaceAll('标准', `标准${index}`));
  const source = sharedHead + blocks.join('\n');
  const found = new Set(problemsOf(source).map((one) => `${one.code} ${one.line}`));
  let line = sharedHead.split('\n').length;
  const wanted = badTexts.filter(isSlipOfABlock).map((one, index) => {
    const place = placeOf(blocks[index] ?? '');
    const said = `${one.code} ${line + place.line - 1}`;
    line += (blocks[index] ?? '').split('\n').length;
    return said;
  });
  assert.deepEqual(
    wanted.filter((one) => !found.has(one)),
    [],
  );
});

const sharedHead = badTexts.find((one) => one.code === 'name-unknown')?.source.split('```规则')[0] ?? '';
const headLength = (one: BadText): number => (one.source.startsWith(sharedHead) ? sharedHead.length : 0);
/** Slips told while reading and compiling, whose text has the common head and one slip below it. */
function isSlipOfABlock(one: BadText): boolean {
  const isTold = /^(text|name-unknown|type|unit|date|number|rounding|rule-(null|clock)|table-policy|feel)/.test(
    one.code,
  );
  return isTold && headLength(one) > 0 && !['text-unclosed-block', 'text-too-long', 'feel-too-many'].includes(one.code);
}

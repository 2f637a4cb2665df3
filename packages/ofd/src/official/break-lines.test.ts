import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fonts } from '../test/notice.ts';
import { breakLines } from './break-lines.ts';
import { cellsOf, cutTokens } from './cells.ts';
import { breakTitle } from './title.ts';

const cells = { pitch: 156 / 28, size: 16, fonts };
const text = fc
  .array(fc.constantFrom(...'示例市人民政府，。；：、（）“”《》！？…2026%年A-z 1〔〕'), { maxLength: 120 })
  .map((chars) => chars.join(''));
const join = (value: string): string =>
  breakLines(cutTokens(value, 'fangsong', cells), 28, 2, 0)
    .map((line) => line.tokens.map((token) => token.text).join(''))
    .join('');

test('breaking loses and invents nothing but blanks at the beginning of lines', () => {
  fc.assert(
    fc.property(text, (value) => join(value).replaceAll(' ', '') === value.replaceAll(' ', '')),
    { numRuns: 200 },
  );
});

test('no line is wider than 28 characters unless one word alone is', () => {
  fc.assert(
    fc.property(text, (value) =>
      breakLines(cutTokens(value, 'fangsong', cells), 28, 2, 0).every(
        (line) =>
          line.tokens.length === 1 ||
          cellsOf(line.tokens) + line.indent <= 28 + 1e-6 ||
          isForced(line.tokens.map((token) => token.text)),
      ),
    ),
    { numRuns: 300 },
  );
});

// A run of marks that may all begin no line has nowhere else to go.
const isForced = (tokens: readonly string[]): boolean =>
  tokens.slice(1).every((token) => /^[，。、；：？！）〕》”…%（《“〔]/.test(token));

test('no line of ordinary prose begins with a closing mark or ends with an opening one', () => {
  const prose =
    '为深入贯彻落实国务院关于进一步优化政务服务、提升行政效能的决策部署，推动“高效办成一件事”（第一批）常态化，现通知如下。';
  for (let shift = 0; shift < 28; shift++) {
    const lines = breakLines(cutTokens('测'.repeat(shift) + prose, 'fangsong', cells), 28, 2, 0);
    for (const line of lines) {
      assert.doesNotMatch(line.tokens[0]?.text ?? '', /^[，。、”）]/);
      assert.doesNotMatch(line.tokens.at(-1)?.text ?? '', /[“（]$/);
    }
  }
});

test('a number or word is never torn', () => {
  for (let shift = 0; shift < 28; shift++) {
    const lines = breakLines(cutTokens(`${'测'.repeat(shift)}于2026年`, 'fangsong', cells), 28, 2, 0);
    assert.ok(lines.some((line) => line.tokens.some((token) => token.text === '2026')));
  }
});

test('a title is broken between words, not before 的, and never in a waist', () => {
  const lines = breakTitle('示例市人民政府关于进一步优化政务服务提升行政效能推动“高效办成一件事”的通知', 20);
  assert.equal(lines.length, 2);
  assert.ok(lines.every((line) => [...line].length <= 20 && !line.startsWith('的')));
  assert.equal(lines.join(''), '示例市人民政府关于进一步优化政务服务提升行政效能推动“高效办成一件事”的通知');
});

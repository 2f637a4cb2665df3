import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { drawBytes } from './draw-bytes.ts';
import { isId, newId } from './id.ts';
import {
  addDays,
  civilDate,
  civilDateAt,
  cutText,
  daysBetween,
  findCivilDate,
  instantOf,
  saidOf,
  toInstant,
} from './index.ts';
import { type Fen, findFen, sayYuan } from './money.ts';
import { refuse } from './result.ts';

test('an id sorts by its millisecond and is told from other text', () => {
  const early = newId(1_000_000_000_000);
  const late = newId(1_900_000_000_000);
  assert.ok(early < late && isId(early) && isId(late));
  assert.equal(isId("'; drop table cases --"), false);
});

test('bytes drawn ahead are given out once, however many are asked for at a time', () => {
  const given = new Set<string>();
  for (let n = 0; n < 2000; n++) given.add(Buffer.from(drawBytes(12)).toString('hex'));
  assert.equal(given.size, 2000);
  const [kept, next] = [drawBytes(4096), drawBytes(4096)];
  assert.notDeepEqual(kept, next);
});

test('a day that is in no calendar is no civil date', () => {
  assert.equal(findCivilDate('2026-02-30'), undefined);
  assert.equal(findCivilDate('2026-2-3'), undefined);
  assert.throws(() => civilDate('tomorrow'), /not a calendar day/);
});

test('the civil date is the one in China whatever zone the machine keeps', () => {
  assert.equal(civilDateAt(toInstant(Date.parse('2026-11-22T16:00:00Z'))), '2026-11-23');
  assert.equal(instantOf(civilDate('2026-11-23')), '2026-11-22T16:00:00.000Z');
});

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
      const start = civilDate('2026-01-01');
      return daysBetween(start, addDays(start, days)) === days;
    }),
  );
});

test('an amount of money survives being said and read', () => {
  fc.assert(fc.property(fc.integer({ min: -1e14, max: 1e14 }), (fen) => findFen(sayYuan(fen as Fen)) === fen));
});

test('what is not an amount in yuan is not guessed at', () => {
  for (const text of ['', '1.234', '1,23', '１２', '1e3', 'NaN', '--1', '1.', '99999999999999999']) {
    assert.equal(findFen(text), undefined, text);
  }
});

test('a text is cut between characters, never in one', () => {
  assert.equal(cutText('ab𠮷', 3), 'ab');
  assert.equal(cutText('ab𠮷', 4), 'ab𠮷');
  assert.equal(cutText('ab𠮷c', 4), 'ab𠮷');
  assert.equal(cutText('abc', 2), 'ab');
  assert.equal(cutText('', 2), '');
});

test('what nobody can see says nothing, and beside it what is seen stays as it was said', () => {
  const unseen = [
    ...' \t\n\u00a0\u3000\0\u00ad\u115f\u180e\u200b\u200c\u200d\u200e\u202e\u2060\u2064\u2800\u3164\ufe0f\ufeff\u{e0020}',
  ];
  const silence = fc.array(fc.constantFrom(...unseen)).map((list) => list.join(''));
  fc.assert(fc.property(silence, (text) => saidOf(text) === ''));
  fc.assert(
    fc.property(silence, fc.constantFrom('缺', 'a', '👩‍👧', '𠮷', '0'), silence, (before, word, after) => {
      assert.ok(saidOf(before + word + after).includes(word));
    }),
  );
  assert.equal(saidOf(' 图纸\u200b缺页\n'), '图纸\u200b缺页');
  assert.equal(saidOf(undefined), '');
});

test('a refusal with a member of RFC 9457 does not compile: beside the standard one it would take its place', () => {
  refuse({ kind: 'wrong-status', stands: 'delivered' });
  // @ts-expect-error A status over HTTP is a number.
  refuse({ kind: 'wrong-status', status: 'delivered' });
  // @ts-expect-error What a refusal says in words is `about`, in both languages.
  refuse({ kind: 'wrong-status', detail: 'delivered' });
});

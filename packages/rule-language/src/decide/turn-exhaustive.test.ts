import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answersOf,
  anyFacts,
  chanceOf,
  changeSize,
  makeCondition,
  smallProgram,
  smallValues,
} from '../test/small-text.ts';
import { findTurn } from './turn.ts';

/** The size of the smallest change of one fact and of two that turns the answer, by trying every value. */
function tryAll(answer: (facts: Record<string, unknown>) => unknown, facts: Record<string, unknown>): [number, number] {
  const now = answer(facts);
  const names = Object.keys(smallValues);
  let [one, two] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [at, name] of names.entries()) {
    for (const value of smallValues[name] ?? []) {
      const size = changeSize(facts[name], value);
      if (answer({ ...facts, [name]: value }) !== now) one = Math.min(one, size);
      for (const other of names.slice(at + 1)) {
        for (const second of smallValues[other] ?? []) {
          const both = size + changeSize(facts[other], second);
          if (value === facts[name] || second === facts[other] || both >= two) continue;
          if (answer({ ...facts, [name]: value, [other]: second }) !== now) two = both;
        }
      }
    }
  }
  return [one, two];
}

test('the smallest change of one fact, or of two where no one does, is what trying every value of all finds', () => {
  const luck = chanceOf(4711);
  const counts = { one: 0, two: 0, none: 0 };
  for (let count = 0; count < 120; count++) {
    const condition = makeCondition(luck, 2);
    const program = smallProgram(condition);
    const facts = anyFacts(luck);
    const answer = (given: Record<string, unknown>) => answersOf(program, given)[0];
    const [one, two] = tryAll(answer, facts);
    const [best] = findTurn(program, { facts, factsOn: '2024-01-01' });
    const said = `${condition} ${JSON.stringify(facts)} ${JSON.stringify(best)} ${one} ${two}`;
    const kind = Number.isFinite(one) ? 'one' : Number.isFinite(two) ? 'two' : 'none';
    counts[kind]++;
    if (kind === 'none') {
      assert.equal(best, undefined, said);
      continue;
    }
    assert.equal(best?.changes.length, kind === 'one' ? 1 : 2, said);
    assert.ok(Math.abs((best?.size ?? 0) - (kind === 'one' ? one : two)) < 1e-9, said);
    const changed = Object.fromEntries(best?.changes.map((change) => [change.fact, change.to]) ?? []);
    assert.notEqual(answer({ ...facts, ...changed }), answer(facts), said);
  }
  assert.ok(counts.one > 50 && counts.two > 10, JSON.stringify(counts));
});

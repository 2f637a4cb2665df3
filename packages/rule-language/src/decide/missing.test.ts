import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf, anyFacts, chanceOf, makeCondition, smallProgram, smallValues } from '../test/small-text.ts';
import { decide } from './decide.ts';

test('what each missing fact settles is the share that trying every one of its values finds; the largest is asked first', () => {
  const luck = chanceOf(815);
  let ranked = 0;
  for (let count = 0; count < 200; count++) {
    const conditions = Array.from({ length: 1 + Math.floor(luck.next() * 3) }, () => makeCondition(luck, 2));
    const program = smallProgram(...conditions);
    const facts = Object.fromEntries(Object.entries(anyFacts(luck)).filter(() => luck.next() < 0.5));
    const result = decide(program, { facts, factsOn: '2024-01-01' });
    assert.ok(result.ok);
    const openOf = (given: Record<string, unknown>) =>
      answersOf(program, given).filter((one) => one === undefined).length;
    const open = openOf(facts);
    const found = new Map(result.value.missing.map((one) => [one.name, one]));
    for (const [name, values] of Object.entries(smallValues)) {
      const share = values.filter((value) => openOf({ ...facts, [name]: value }) < open).length / values.length;
      const said = `${conditions.join('; ')} ${JSON.stringify(facts)} ${name} ${share} ${JSON.stringify(found.get(name))}`;
      if (Object.hasOwn(facts, name)) assert.equal(found.has(name), false, said);
      else assert.ok(Math.abs((found.get(name)?.settles ?? 0) - share) <= 0.0005, said);
      if (found.has(name)) assert.equal(found.get(name)?.tries, 'every-value', said);
    }
    const order = result.value.missing.map((one) => one.settles);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => b - a),
    );
    assert.equal(result.value.missing.length > 0, open > 0);
    ranked += order.length;
  }
  assert.ok(ranked > 150, String(ranked));
});

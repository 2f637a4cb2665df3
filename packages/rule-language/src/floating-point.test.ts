import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { plainAnswer } from './check/plain-doubles.ts';
import { decide } from './decide/decide.ts';
import type { FactsJson } from './decide/read-facts.ts';
import { findDay } from './exact/calendar.ts';
import { compileOn } from './ir/program.ts';
import { policyPath, readPolicy } from './policy-texts.ts';
import { readText } from './text/read-text.ts';

type Listed = {
  policy: string;
  lawDay: string;
  factsOn: string;
  rule: string;
  right: number;
  plain: number;
  facts: FactsJson;
};

test('every listed case is paid right by the engine and wrong by ordinary floating point', () => {
  const listed = parse(readFileSync(policyPath('floating-point.yaml'), 'utf8')) as Listed[];
  assert.ok(listed.length >= 20);
  for (const { policy, lawDay, factsOn, rule, right, plain, facts } of listed) {
    const { program } = compileOn(readText(readPolicy(policy)).text, findDay(lawDay) ?? 0);
    const decided = decide(program, { facts, factsOn, outputs: [rule] });
    assert.equal(decided.ok && Number(decided.value.answers[0]?.value), right, `${policy} ${rule}`);
    const slot = program.rules.findIndex((one) => one.name === rule);
    assert.equal(plainAnswer(program, facts, slot, findDay(factsOn) ?? 0), plain, `${policy} ${rule}`);
    assert.ok(Math.abs(right - plain) >= 0.005);
  }
});

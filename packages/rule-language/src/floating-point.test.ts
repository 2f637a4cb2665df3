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
  discretions?: FactsJson;
};

test('every listed case is paid right by the engine and wrong by ordinary floating point', () => {
  const listed = parse(readFileSync(policyPath('floating-point.yaml'), 'utf8')) as Listed[];
  assert.ok(listed.length >= 20);
  for (const { policy, lawDay, factsOn, rule, right, plain, facts, discretions = {} } of listed) {
    const { program } = compileOn(readText(readPolicy(policy)).text, findDay(lawDay) ?? 0);
    const decided = decide(program, { facts, discretions, factsOn, outputs: [rule] });
    assert.equal(decided.ok && Number(decided.value.answers[0]?.value), right, `${policy} ${rule}`);
    const slot = program.rules.findIndex((one) => one.name === rule);
    assert.equal(
      plainAnswer(program, { ...facts, ...discretions }, slot, findDay(factsOn) ?? 0),
      plain,
      `${policy} ${rule}`,
    );
    assert.ok(Math.abs(right - plain) >= 0.005);
  }
});

test('of unemployment benefit plain doubles pay every amount right: there are few, and all of them are tried', () => {
  const { text } = readText(readPolicy('unemployment-benefit.md'));
  const rules = ['月标准额', '领取月数', '应发总额'];
  const entitled = { 离职原因: '单位解除', 已失业登记: true, 有求职要求: true };
  const open = { 享受养老待遇: false, 已重新就业: false, 移居境外或服兵役: false };
  const discretions = { 拒不接受介绍的工作: false };
  let amounts = 0;
  for (const day of ['2023-06-01', '2024-06-01']) {
    const { program } = compileOn(text, findDay(day) ?? 0);
    const slots = rules.map((name) => program.rules.findIndex((rule) => rule.name === name));
    for (const 地区 of ['一类区', '二类区', '三类区'])
      for (const 累计缴费月数 of [11, 12, 60, 120])
        for (let 前次未领月数 = 0; 前次未领月数 <= 24; 前次未领月数++) {
          const facts = { ...entitled, ...open, 地区, 累计缴费月数, 前次未领月数 };
          const decided = decide(program, { facts, discretions, factsOn: day, outputs: rules });
          assert.ok(decided.ok);
          for (const [at, answer] of decided.value.answers.entries()) {
            const plain = plainAnswer(program, { ...facts, ...discretions }, slots[at] ?? 0, findDay(day) ?? 0);
            assert.equal(plain, Number(answer.value), `${rules[at]} ${JSON.stringify(facts)}`);
            if (plain > 0) amounts++;
          }
        }
  }
  assert.ok(amounts > 1000, String(amounts));
});

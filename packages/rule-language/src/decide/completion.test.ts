import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chance } from '@zhengtong/kernel';
import { CaseMaker } from '../check/generate-cases.ts';
import { usualDay } from '../check/run-examples.ts';
import { compileOn } from '../ir/program.ts';
import { listPolicyFiles, readPolicy } from '../policy-texts.ts';
import { readText } from '../text/read-text.ts';
import { sameValue } from './context.ts';
import { engineOf } from './engine.ts';
import { CaseFault } from './fault.ts';
import { readCase } from './read-facts.ts';

for (const file of listPolicyFiles()) {
  test(`${file}: what is certain on partial facts stays so under every completion tried`, () => {
    const { text } = readText(readPolicy(file));
    const day = usualDay(text);
    const { program } = compileOn(text, day);
    const engine = engineOf(program);
    const slots = program.rules.map((_, slot) => slot);
    const maker = new CaseMaker(program, 31);
    const next = chance(77);
    const run = (facts: Record<string, unknown>, slot: number) => {
      try {
        return engine.run(readCase(program, facts, {}, day).facts, [slot]).values[slot];
      } catch (fault) {
        if (fault instanceof CaseFault) return fault;
        throw fault;
      }
    };
    for (let count = 0; count < 60; count++) {
      const whole = maker.facts();
      const partial = Object.fromEntries(Object.entries(whole).filter(() => next() < 0.6));
      const certain = slots.map((slot) => run(partial, slot));
      for (let tries = 0; tries < 3; tries++) {
        const completion = { ...(tries === 0 ? whole : maker.facts()), ...partial };
        for (const slot of slots) {
          const before = certain[slot];
          if (before === undefined || before instanceof CaseFault) continue;
          const after = run(completion, slot);
          // A fault may come to light with a fact; another answer may not.
          assert.ok(
            after instanceof CaseFault || sameValue(before, after),
            `${program.rules[slot]?.name} ${JSON.stringify(partial)} ${JSON.stringify(completion)}`,
          );
        }
      }
    }
  });
}

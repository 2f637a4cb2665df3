import { engineOf } from '../decide/engine.ts';
import { CaseFault } from '../decide/fault.ts';
import { type CaseFacts, readCase } from '../decide/read-facts.ts';
import { toJson } from '../decide/say-value.ts';
import { add, compare, isExact, sayExact, signOf, subtract, whole } from '../exact/rational.ts';
import type { Value } from '../ir/feel-code.ts';
import type { Program } from '../ir/ir.ts';
import { probesOf, stepOf } from '../ir/thresholds.ts';
import { anyType, numberType, sayType, type Type } from '../ir/type.ts';
import type { RuleText } from '../text/model.ts';
import { problem, type TextProblem } from '../text/problem.ts';
import type { Said } from '../text/raw.ts';
import { CaseMaker } from './generate-cases.ts';

/** Tries a case with one fact set to a value; undefined where the answer is open or an error. */
function answer(program: Program, facts: CaseFacts, fact: number, value: Value, slot: number): Value {
  const tried = [...facts.facts];
  tried[fact] = value;
  try {
    return engineOf(program).run({ facts: tried, members: facts.members }, [slot]).values[slot];
  } catch (fault) {
    if (fault instanceof CaseFault) return undefined;
    throw fault;
  }
}

function sampleCases(program: Program, count: number): CaseFacts[] {
  const maker = new CaseMaker(program, 97);
  return Array.from(
    { length: count },
    () => readCase(program, maker.facts(), maker.discretions(), program.lawDay).facts,
  );
}

/** Claims of monotonicity, tried at every threshold of the fact in sampled cases. A sample can break a claim, never prove it. */
export function checkClaims(text: RuleText, program: Program, samples: number): TextProblem[] {
  const cases = text.claims.length > 0 ? sampleCases(program, samples) : [];
  return text.claims.flatMap((claim) => {
    const fact = program.facts.findIndex((one) => one.name === claim.fact.text);
    const slot = program.rules.findIndex((one) => one.name === claim.output.text);
    if (fact < 0 || slot < 0) {
      const [said, expected] =
        fact < 0
          ? [claim.fact, program.facts.map((one) => one.name)]
          : [claim.output, program.rules.map((one) => one.name)];
      return [
        problem('name-unknown', said.at, { zh: `“${said.text}”`, en: `"${said.text}"`, expected, wrote: said.text }),
      ];
    }
    const typed = [
      { said: claim.fact, type: program.facts[fact]?.type },
      { said: claim.output, type: program.rules[slot]?.type },
    ];
    const wrong = typed.find(({ type }) => type?.kind !== 'number');
    if (wrong) return [noNumber(wrong.said, wrong.type)];
    const probes = [...probesOf(program, fact)].filter(isExact).sort(compare);
    for (const one of cases) {
      let before: Value;
      let from: Value;
      for (const probe of probes) {
        const value = answer(program, one, fact, probe, slot);
        if (!isExact(value)) continue;
        const side = isExact(before) ? compare(value, before) : 0;
        if (isExact(before) && (claim.never === 'up' ? side > 0 : side < 0)) {
          const said = `${claim.fact.text} ${String(from)} → ${sayExact(probe)}，${claim.output.text} ${sayExact(before)} → ${sayExact(value)}（${sayCase(program, one)}）`;
          return [problem('claim-broken', claim.at, { zh: said, en: plainSigns(said), severity: 'warning' })];
        }
        [before, from] = [value, sayExact(probe)];
      }
    }
    return [];
  });
}

/** A claim about anything but numbers would be tried on nothing and stand. */
function noNumber({ text, at }: Said, type: Type = anyType): TextProblem {
  const { zh, en } = sayType(type);
  return problem('type-mismatch', at, {
    zh: `主张只比较数，“${text}”是${zh}`,
    en: `a claim is of numbers, "${text}" is ${en}`,
    expected: [sayType(numberType(null)).zh],
  });
}

/** Names and numbers read the same in both languages; only the signs between them differ. */
const plainSigns = (said: string): string => said.replaceAll('，', ', ').replaceAll('（', ' (').replaceAll('）', ')');

const sayCase = (program: Program, facts: CaseFacts): string =>
  program.facts
    .flatMap((fact, slot) =>
      fact.role === 'fact' && facts.facts[slot] !== undefined
        ? [`${fact.name} = ${JSON.stringify(toJson(facts.facts[slot], fact.type))}`]
        : [],
    )
    .slice(0, 8)
    .join('，');

/** Places where one step more of an amount moves an output by more than the step: marginal rate above 100 %. */
export function checkCliffs(program: Program, samples: number): TextProblem[] {
  const isMoney = (type: { kind: string; measure?: string }) => type.kind === 'number' && type.measure === 'money';
  const cases = sampleCases(program, samples);
  const worst = new Map<string, { change: ReturnType<typeof subtract>; zh: string; slot: number }>();
  for (const slot of program.outputs.filter((one) => isMoney(program.rules[one]?.type ?? { kind: '' }))) {
    for (const [fact, declared] of program.facts.entries()) {
      if (declared.role !== 'fact' || !isMoney(declared.type)) continue;
      const step = stepOf(declared.type);
      for (const probe of probesOf(program, fact).filter(isExact)) {
        for (const one of cases) {
          const before = answer(program, one, fact, probe, slot);
          const after = before === undefined ? undefined : answer(program, one, fact, add(probe, step), slot);
          if (!isExact(before) || !isExact(after)) continue;
          const change = subtract(after, before);
          const size = signOf(change) < 0 ? subtract(before, after) : change;
          // One unit of the rounding is a step of the stairs, not a cliff.
          if (compare(size, add(step, add(step, step))) <= 0 || compare(size, leastJump) <= 0) continue;
          const key = `${slot} ${fact} ${sayExact(probe)}`;
          const known = worst.get(key);
          if (known && compare(size, known.change) <= 0) continue;
          const name = program.rules[slot]?.name ?? '';
          worst.set(key, {
            change: size,
            slot,
            zh: `${declared.name} ${sayExact(probe)} → ${sayExact(add(probe, step))}，${name} ${sayExact(before)} → ${sayExact(after)}`,
          });
        }
      }
    }
  }
  const sorted = [...worst.values()].sort((a, b) => compare(b.change, a.change));
  return sorted
    .slice(0, 12)
    .map(({ zh, slot }) =>
      problem('cliff', program.rules[slot]?.at ?? { line: 1, column: 1 }, { zh, en: plainSigns(zh), severity: 'hint' }),
    );
}

/** Ten yuan: below it a jump is a matter of rounding and of smallest payments. */
const leastJump = whole(10);

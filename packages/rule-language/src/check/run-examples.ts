import { decide, type Question } from '../decide/decide.ts';
import type { Json } from '../decide/say-value.ts';
import { findDay, sayDay } from '../exact/calendar.ts';
import { equal, findSaid } from '../exact/rational.ts';
import { guessNumber } from '../feel/guess-number.ts';
import { type Compiled, compileOn } from '../ir/program.ts';
import { guessDay } from '../text/guess-words.ts';
import type { Binding, Example, RuleText } from '../text/model.ts';
import { problem, type TextProblem } from '../text/problem.ts';
import { readLiteral } from './read-literal.ts';

/** The day a text is read on where nobody says: the day its version begins. */
export const usualDay = (text: RuleText): number => text.versionFrom ?? findDay('2024-01-01') ?? 0;

/** Programs by law day, so that a hundred examples lower a text once. */
export class Programs {
  readonly text: RuleText;
  readonly #made = new Map<number, Compiled>();
  constructor(text: RuleText) {
    this.text = text;
  }
  on(day: number): Compiled {
    const known = this.#made.get(day);
    if (known) return known;
    const made = compileOn(this.text, day);
    this.#made.set(day, made);
    return made;
  }
}

export type ExampleRun = { readonly example: Example; readonly problems: readonly TextProblem[] };

export function runExamples(text: RuleText, programs = new Programs(text)): ExampleRun[] {
  return text.examples.map((example) => ({ example, problems: runExample(example, programs) }));
}

const isUnknownWord = (written: string): boolean => written === '未知' || written === 'unknown';

/** The question an example asks; problems for lines that cannot be read. */
export function questionOfExample(
  example: Example,
  programs: Programs,
): { question: Question; lawDay: number; problems: TextProblem[] } {
  const problems: TextProblem[] = [];
  const factsDay = example.factsDay ?? example.lawDay ?? usualDay(programs.text);
  const lawDay = example.lawDay ?? factsDay;
  const facts: Record<string, Json> = {};
  const discretions: Record<string, Json> = {};
  for (const { name, value } of example.facts) {
    if (isUnknownWord(value.text)) continue;
    const read = readLiteral(value.text);
    if (!read)
      problems.push(
        problem('text-bad-line', value.at, {
          zh: `“${value.text}”不是值，文字要用英文双引号`,
          en: `"${value.text}" is no value; words stand in plain double quotes`,
          expected: ['2400', '"城区"', 'true', '2024-07-01'],
          meant: guessValue(value.text),
        }),
      );
    else if (programs.text.discretions.some((one) => one.name === name.text)) discretions[name.text] = read.json;
    else facts[name.text] = read.json;
  }
  return {
    question: { facts, discretions, factsOn: sayDay(factsDay), outputs: example.expected.map((one) => one.name.text) },
    lawDay,
    problems,
  };
}

function runExample(example: Example, programs: Programs): TextProblem[] {
  const { question, lawDay, problems } = questionOfExample(example, programs);
  if (problems.length > 0) return problems;
  const { program } = programs.on(lawDay);
  const result = decide(program, question);
  if (!result.ok) {
    const { refusal } = result;
    if (refusal.kind === 'facts-unreadable')
      return refusal.troubles.map(({ fact, zh, en }) => {
        const isOutput = program.rules.some((rule) => rule.name === fact);
        const words = isOutput
          ? { zh: `“${fact}”是结果`, en: `"${fact}" is an output`, meant: `→ ${fact}` }
          : { zh, en };
        return problem('example-failed', placeOf(example, fact), words);
      });
    if (refusal.kind === 'case-fault') {
      const wantsFault = example.expected.every((one) => ['错误', 'error'].includes(one.value.text));
      return wantsFault
        ? []
        : [
            problem('example-failed', example.at, {
              zh: `${example.name}：${refusal.zh}`,
              en: `${example.name}: ${refusal.en}`,
            }),
          ];
    }
    const wrote = refusal.names[0] ?? '';
    return [
      problem('name-unknown', placeOf(example, wrote), {
        zh: `结果“${wrote}”`,
        en: `output "${wrote}"`,
        expected: program.rules.map((rule) => rule.name),
        wrote,
      }),
    ];
  }
  return result.value.answers.flatMap((answer, index) => {
    const wanted = example.expected[index];
    return wanted && !isWanted(answer.value, answer.isKnown, wanted)
      ? [differs(wanted, answer.isKnown ? JSON.stringify(answer.value) : '未知')]
      : [];
  });
}

/** `2人`, `２`, `“城区”`, `城区` as the value that was meant. */
function guessValue(written: string): string | null {
  const words = written.replace(/^[“”"‘']+|[“”"’']+$/g, '');
  return guessNumber(words) ?? guessDay(words) ?? (/^[\p{Script=Han}\w]+$/u.test(words) ? `"${words}"` : null);
}

const placeOf = (example: Example, name: string) =>
  [...example.facts, ...example.expected].find((one) => one.name.text === name)?.name.at ?? example.at;

function differs(wanted: Binding, found: string): TextProblem {
  const name = wanted.name.text;
  return problem('example-failed', wanted.value.at, {
    zh: `${name} 应为 ${wanted.value.text}，算出 ${found}`,
    en: `${name} should be ${wanted.value.text}, comes to ${found}`,
  });
}

function isWanted(found: Json, isKnown: boolean, { value }: Binding): boolean {
  if (isUnknownWord(value.text)) return !isKnown;
  const read = readLiteral(value.text);
  return isKnown && read !== undefined && sameJson(found, read.json);
}

/** Equal amounts may be written 815 and 815.00. */
function sameJson(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameJson(item as Json, b[index] as Json));
  if (typeof a === typeof b && typeof a !== 'number') return a === b || JSON.stringify(a) === JSON.stringify(b);
  const [x, y] = [findSaid(String(a)), findSaid(String(b))];
  return x !== undefined && y !== undefined && equal(x, y);
}

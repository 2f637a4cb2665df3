import {
  type Asked,
  commandLine,
  loadProgram,
  readArguments,
  readDayOption,
  readJson,
  Usage,
} from '../src/command-line.ts';
import { decide, type Question } from '../src/decide/decide.ts';
import { differenceFrom, isReceipt, questionOf } from '../src/decide/receipt.ts';
import { sayDecision } from '../src/decide/say-decision.ts';
import { findTurn } from '../src/decide/turn.ts';
import { sayDay } from '../src/exact/calendar.ts';

export const summary = '按规则文本判定 · decide cases, with reasons';

export const usage = `用法 usage: rules decide FILE [FACTS.json] [--on 事实日期] [--law 法律日期] [--json] [--turn] [--receipt 回执.json]
  --json > 回执.json 留下回执；--receipt 回执.json 凭它重算 · keeps the receipt; runs it again
  事实可以从管道来：一个对象，或者对象的数组 · facts may come by the pipe: one object or a list of them
  0 都已判定 1 有的缺事实、待裁量 2 用法不对 3 事实或文本有错 · 0 decided, 1 open, 2 usage, 3 fault`;

export async function run(args: string[]): Promise<number> {
  return commandLine(() => {
    const asked = readArguments(args, usage, {
      json: { type: 'boolean' },
      turn: { type: 'boolean' },
      receipt: { type: 'string' },
    });
    if (asked.values.receipt !== undefined) return decideAgain(asked, String(asked.values.receipt));
    const { program, lawDay } = loadProgram(asked);
    const json = readJson(asked.rest[0]);
    const factsOn = sayDay(readDayOption(asked.values.on, 'on') ?? lawDay);
    const cases = Array.isArray(json) ? json : [json];
    if (cases.length === 0) console.error('! 列表是空的，没有案件可判 · the list is empty, there is no case');
    let worst = 0;
    for (const [index, one] of cases.entries()) {
      const label = Array.isArray(json) ? `第 ${index + 1} 个案件 case ${index + 1}：` : '';
      worst = Math.max(worst, decideOne(program, questionFrom(one, factsOn, label), asked.values, label));
    }
    return worst;
  });
}

/** On the law day the receipt names: whoever runs it again need not know it. */
function decideAgain(asked: Asked, file: string): number {
  const given = readJson(file);
  // As `--json` wrote it, the receipt is a field of the decision.
  const receipt = isReceipt(given) ? given : (given as { receipt?: unknown } | null)?.receipt;
  if (!isReceipt(receipt))
    throw new Usage(
      '这不是回执：应为 --json 印出的判定结果，或其中的 receipt · this is no receipt: what --json printed is wanted, or its field `receipt`',
    );
  const { program } = loadProgram({ ...asked, values: { ...asked.values, law: receipt.lawOn } });
  const again = decide(program, questionOf(receipt));
  const difference = differenceFrom(receipt, program, again.ok ? again.value.receipt : null);
  console.log(
    difference === null
      ? '✓ 重算一致 · runs again to the same bytes'
      : `✗ 重算不一致：${difference.zh}\n    not the same bytes: ${difference.en}`,
  );
  return difference === null ? 0 : 1;
}

/** Either the facts themselves, or a whole question with `facts`, `discretions`, `acceptedGaps`, `sources`. */
function questionFrom(json: unknown, factsOn: string, label: string): Question {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Usage(`${label}事实应为 JSON 对象 · facts are a JSON object`);
  if (!('facts' in json)) return { facts: json as Question['facts'], factsOn };
  for (const [field, isGood, wanted] of questionShape) {
    const given: unknown = Object.hasOwn(json, field) ? (json as Record<string, unknown>)[field] : undefined;
    if (given !== undefined && !isGood(given)) throw new Usage(`${label}${field} 应为${wanted}`);
  }
  return { factsOn, ...(json as Omit<Question, 'factsOn'>) };
}

const isNames = (given: unknown): boolean => Array.isArray(given) && given.every((one) => typeof one === 'string');
const isObject = (given: unknown): boolean => typeof given === 'object' && given !== null && !Array.isArray(given);
const questionShape: readonly (readonly [field: string, isGood: (given: unknown) => boolean, wanted: string])[] = [
  ['facts', isObject, '对象 · an object'],
  ['discretions', isObject, '对象 · an object'],
  ['sources', isObject, '对象 · an object'],
  ['acceptedGaps', isNames, '名称的列表 · a list of names'],
  ['outputs', isNames, '名称的列表 · a list of names'],
  ['factsOn', (given) => typeof given === 'string', '2024-07-01 这样的日期 · a date such as 2024-07-01'],
];

function decideOne(
  program: Parameters<typeof decide>[0],
  question: Question,
  values: Readonly<Record<string, string | boolean | undefined>>,
  label: string,
): number {
  const result = decide(program, question);
  if (!result.ok) {
    const { refusal } = result;
    if (values.json === true) console.log(JSON.stringify(refusal));
    else if (refusal.kind === 'facts-unreadable')
      for (const { zh, en } of refusal.troubles) console.error(`✗ ${label}${zh}\n    ${en}`);
    else if (refusal.kind === 'case-fault')
      console.error(`✗ ${label}第 ${refusal.line} 行 ${refusal.zh}\n    line ${refusal.line}: ${refusal.en}`);
    else {
      const known = program.rules.map((rule) => rule.name).join('、');
      console.error(`✗ ${label}没有结果 ${refusal.names.join('、')}，可用的有：${known} · no such output`);
    }
    return 3;
  }
  const turns = values.turn === true ? findTurn(program, question) : [];
  console.log(
    values.json === true
      ? JSON.stringify({ ...result.value, ...(values.turn === true ? { turns } : {}) })
      : sayDecision(result.value, turns),
  );
  return result.value.status === 'decided' ? 0 : 1;
}

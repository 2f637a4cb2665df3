import { commandLine, loadProgram, readArguments, readDayOption, readJson, Usage } from '../src/command-line.ts';
import { decide, type Question } from '../src/decide/decide.ts';
import { isReceipt, questionOf } from '../src/decide/receipt.ts';
import { sayDecision } from '../src/decide/say-decision.ts';
import { findTurn } from '../src/decide/turn.ts';
import { sayDay } from '../src/exact/calendar.ts';

export const summary = '按规则文本判定 · decide cases, with reasons';

const usage = `用法 usage: rules decide FILE [FACTS.json] [--on 事实日期] [--law 法律日期] [--json] [--turn] [--receipt 回执.json]
  事实可以从管道来：一个对象，或者对象的数组 · facts may come by the pipe: one object or a list of them
  0 都已判定 1 有的缺事实、待裁量 2 用法不对 3 事实或文本有错 · 0 decided, 1 open, 2 usage, 3 fault`;

export async function run(args: string[]): Promise<number> {
  return commandLine(() => {
    const asked = readArguments(args, usage, {
      json: { type: 'boolean' },
      turn: { type: 'boolean' },
      receipt: { type: 'string' },
    });
    const { program, lawDay } = loadProgram(asked);
    if (asked.values.receipt !== undefined) {
      const receipt = readJson(String(asked.values.receipt));
      if (!isReceipt(receipt)) throw new Usage('这不是回执 · this is no receipt');
      const again = decide(program, questionOf(receipt));
      const isSame = again.ok && again.value.receipt.digest === receipt.digest;
      console.log(isSame ? '✓ 重算一致 · runs again to the same bytes' : '✗ 重算不一致 · gives another answer');
      return isSame ? 0 : 1;
    }
    const json = readJson(asked.rest[0]);
    const factsOn = sayDay(readDayOption(asked.values.on, 'on') ?? lawDay);
    const cases = Array.isArray(json) ? json : [json];
    let worst = 0;
    for (const one of cases) worst = Math.max(worst, decideOne(program, questionFrom(one, factsOn), asked.values));
    return worst;
  });
}

/** Either the facts themselves, or a whole question with `facts`, `discretions`, `acceptedGaps`, `sources`. */
function questionFrom(json: unknown, factsOn: string): Question {
  if (typeof json !== 'object' || json === null) throw new Usage('事实应为 JSON 对象 · facts are a JSON object');
  return 'facts' in json
    ? { factsOn, ...(json as Omit<Question, 'factsOn'>) }
    : { facts: json as Question['facts'], factsOn };
}

function decideOne(
  program: Parameters<typeof decide>[0],
  question: Question,
  values: Readonly<Record<string, string | boolean | undefined>>,
): number {
  const result = decide(program, question);
  if (!result.ok) {
    const { refusal } = result;
    if (values.json === true) console.log(JSON.stringify(refusal));
    else if (refusal.kind === 'facts-unreadable')
      for (const { zh, en } of refusal.troubles) console.error(`✗ ${zh}\n    ${en}`);
    else if (refusal.kind === 'case-fault')
      console.error(`✗ 第 ${refusal.line} 行 ${refusal.zh}\n    line ${refusal.line}: ${refusal.en}`);
    else console.error(`✗ 没有这个结果 · no such output: ${refusal.names.join(' ')}`);
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

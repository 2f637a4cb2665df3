import {
  buildKernel,
  CaseMaker,
  canonicalJson,
  checkText,
  compileOn,
  decide,
  type FactsJson,
  findTurn,
  listPopulationProblems,
  type Program,
  planKernel,
  populationOf,
  printYaml,
  questionOf,
  readText,
  type TextProblem,
  toSql,
} from '@zhengtong/rule-language';
import { foreignIn } from './foreign-words.ts';

export type Promises = { readonly broken: string | null; readonly isRunnable: boolean };

const lawDay = 19_900;
const factsOn = '2024-07-01';
const untouched = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
  (one) => [one, Object.getOwnPropertyNames(one).join()] as const,
);

/** Everything a text may never do, whatever stands in it. `deep` asks the slower promises too. */
export function tryText(source: string, isDeep: boolean): Promises {
  const { text, problems, raw } = readText(source);
  const { program, problems: lowered } = compileOn(text, lawDay);
  const all = [...problems, ...lowered];
  const broken = misplaced(all, source) ?? (isDeep ? tryWhole(source, printYaml(raw)) : null);
  if (broken !== null || all.some((one) => one.severity === 'error'))
    return { broken: broken ?? touched(), isRunnable: false };
  const facts = new CaseMaker(program, 3, 0.2).facts();
  return { broken: tryOutputs(program, facts) ?? touched(), isRunnable: true };
}

function misplaced(problems: readonly TextProblem[], source: string): string | null {
  const lines = source.split('\n').length + 1;
  const bad = problems.find(
    ({ line, column, zh, en }) => !(line >= 1 && line <= lines && column >= 1) || zh === '' || en === '',
  );
  return bad ? `a problem without a place: ${bad.code} ${bad.line}:${bad.column}` : null;
}

/** The checks before signing, and the other form of the text. */
function tryWhole(source: string, yaml: string): string | null {
  const found = misplaced(checkText(source, { samples: 1 }).problems, source);
  readText(yaml);
  return found;
}

function tryOutputs(program: Program, facts: FactsJson): string | null {
  const decided = decide(program, { facts, factsOn });
  if (decided.ok) {
    const again = decide(program, questionOf(decided.value.receipt));
    if (!again.ok || canonicalJson(again.value) !== canonicalJson(decided.value))
      return 'a receipt that decides otherwise';
  }
  if (decided.ok || decided.refusal.kind === 'case-fault') findTurn(program, { facts, factsOn });
  const slots = program.rules.flatMap((_, slot) =>
    listPopulationProblems(program, [slot]).length === 0 ? [slot] : [],
  );
  const { population } = populationOf(program, [facts]);
  const out = slots.map(() => new Float64Array(1));
  buildKernel(planKernel(program, population, slots, lawDay))(0, 1, out);
  for (const dialect of ['duckdb', 'postgresql'] as const) {
    const marked = program.entities.map((entity) => entity.name);
    const sql = toSql(program, { dialect, factDay: lawDay, table: 'cases', outputs: slots, membersMarked: marked });
    const foreign = sql.ok ? foreignIn(sql.value) : null;
    if (foreign !== null) return `a foreign word in the SQL: ${foreign}`;
  }
  return null;
}

/** Whether the text has run code of its own or reached what everything inherits from. */
function touched(): string | null {
  if ('escaped' in globalThis) return 'the text ran code of its own';
  const reached = untouched.some(([one, before]) => Object.getOwnPropertyNames(one).join() !== before);
  return reached ? 'a prototype was touched' : null;
}

import type { Expr } from '../feel/ast.ts';
import { parseUnaryTests } from '../feel/parse.ts';
import { problemAt } from '../feel/problem.ts';
import { guessTest } from '../text/guess-words.ts';
import type { Table } from '../text/model.ts';
import type { Said } from '../text/raw.ts';
import type { Ir, IrCase } from './ir.ts';
import { anyOf, lowerTest } from './lower-compare.ts';
import { opaque } from './opaque.ts';
import { brokenIr, type Scope } from './scope.ts';
import { booleanType, numberType, sayType, type Type } from './type.ts';
import { unifyAll } from './unify.ts';

/** What a table needs to be lowered: a scope for any of its cells, and the names its cells may use. */
export type TableContext = { scopeOf(said: Said): Scope; names: readonly string[]; parse(said: Said): Expr };

/** One output column as a choice between rows. All columns share their conditions. */
export function lowerTable(table: Table, output: number, context: TableContext): Ir {
  const inputs = table.inputs.map((said) => ({
    tree: context.parse(said),
    value: context.scopeOf(said).lower(context.parse(said)),
  }));
  let cases = table.rows.map((row, index): IrCase => {
    const tests = row.tests.flatMap((cell, column) => {
      const input = inputs[column];
      const test = input ? lowerCell(cell, input.tree, input.value, context) : null;
      return test ? [test] : [];
    });
    const result = row.results[output] ?? { text: '', at: row.at };
    const value = context.scopeOf(result).lower(context.parse(result));
    const when: Ir =
      tests.length === 0
        ? { op: 'const', value: true, type: booleanType, at: row.at }
        : tests.length === 1
          ? (tests[0] as Ir)
          : { op: 'and', items: tests, type: booleanType, at: row.at };
    return { when, value, label: `第 ${index + 1} 行${row.note ? `（${row.note}）` : ''}`, at: row.at };
  });
  const otherwise = table.otherwise ? context.scopeOf(table.otherwise).lower(context.parse(table.otherwise)) : null;
  if (table.policy === 'P' || table.policy === 'O') cases = byPriority(cases, table.outputs[output]?.priorities ?? []);
  const values = [...cases.map((one) => one.value), ...(otherwise ? [otherwise] : [])];
  const scope = context.scopeOf({ text: '', at: table.at });
  const of = values.length === 0 ? booleanType : unifyAll(values, { span: { start: 0 } }, scope);
  const wanted = table.policy === 'C+' ? ['number'] : ['C<', 'C>'].includes(table.policy) ? ['number', 'date'] : null;
  if (wanted && values.length > 0 && of.kind !== 'any' && !wanted.includes(of.kind)) {
    const { zh, en } = sayType(of);
    scope.report('type-mismatch', 0, {
      zh: `这种命中方式要数，结果列是${zh}`,
      en: `this hit policy wants numbers, the column is ${en}`,
      expected: ['数'],
    });
  }
  const type = typeUnder(table.policy, of);
  return { op: 'choose', of: 'rows', policy: table.policy, cases, otherwise, type, at: table.at };
}

function typeUnder(policy: Table['policy'], of: Type): Type {
  if (policy === 'C#') return numberType(null, 'count');
  return policy === 'C' || policy === 'R' || policy === 'O' ? { kind: 'list', of } : of;
}

/** P and O hit by the order of the output's listed values, not by the order of rows (DMN 1.5 §8.2.8). */
function byPriority(cases: readonly IrCase[], priorities: readonly string[]): IrCase[] {
  const rank = (one: IrCase) => {
    const value = one.value.op === 'const' ? String(one.value.value) : '';
    const at = priorities.indexOf(value);
    return at < 0 ? priorities.length : at;
  };
  return [...cases].sort((a, b) => rank(a) - rank(b));
}

/** The condition of one cell; null for `-`, which holds always. */
function lowerCell(cell: Said, inputTree: Expr, input: Ir, context: TableContext): Ir | null {
  const written: Said = cell.text === '' || cell.text === '—' ? { ...cell, text: '-' } : cell;
  const scope = context.scopeOf(written);
  const meant = guessTest(written.text);
  if (meant !== null) {
    const span = { start: 0, end: written.text.length };
    const words = { zh: `单元格不写“${written.text}”`, en: `a cell is not written "${written.text}"` };
    scope.reportFeel(problemAt(written.text, 'feel-unexpected', span, { ...words, expected: [meant], nearest: meant }));
    return brokenIr(scope.at(0));
  }
  const { tree, problems } = parseUnaryTests(written.text, { names: context.names });
  for (const one of problems) scope.reportFeel(one);
  if (tree.kind === 'any') return null;
  const at = scope.at(0);
  const whole: Expr = { kind: 'in', value: inputTree, tests: tree.tests, span: tree.span };
  const tests = tree.tests.map((test) => lowerTest(test, input, whole, scope));
  const when = tests.every((test) => test !== undefined)
    ? anyOf(tests, at)
    : opaque(whole, scope, '只有 FEEL 引擎能算的单元格', 'a cell only the FEEL engine can run');
  return tree.isNegated ? { op: 'not', of: when, type: booleanType, at } : when;
}

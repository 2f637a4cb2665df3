import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodesOf, parseExpression, parseUnaryTests } from './index.ts';

const problemsOf = (text: string, names: string[] = []) => parseExpression(text, { names }).problems;

test('a name with an operator in it is one name where it is known and a subtraction where it is not', () => {
  assert.equal(parseExpression('人均-收入', { names: ['人均-收入'] }).tree.kind, 'name');
  assert.equal(parseExpression('人均-收入').tree.kind, 'arithmetic');
});

test('words side by side are one name, up to a word of the grammar', () => {
  const { tree, problems } = parseExpression('monthly income of family > 5 and other');
  assert.deepEqual(problems, []);
  assert.ok(tree.kind === 'and' && tree.left.kind === 'compare' && tree.left.left.kind === 'name');
  assert.equal(tree.left.left.name, 'monthly income of family');
});

test('the words and, or and in inside of a known name do not end it', () => {
  const { tree } = parseExpression('profit and loss + 1', { names: ['profit and loss'] });
  assert.ok(tree.kind === 'arithmetic' && tree.left.kind === 'name');
});

test('an error names line and column as a person counts them', () => {
  const [problem] = problemsOf('1 +\n  "🐎" * )');
  assert.equal(problem?.line, 2);
  assert.equal(problem?.column, 9);
  assert.match(problem?.zh ?? '', /应为/);
  assert.match(problem?.en ?? '', /expected/);
});

test('one text shows many errors at once', () => {
  const problems = problemsOf('[1, 2 3, sum(4, {a 5}, ), @] + (if x then');
  assert.ok(problems.length >= 4, JSON.stringify(problems.map((problem) => problem.en)));
});

test('a missing else, bracket or quote is said as what is missing', () => {
  assert.deepEqual(problemsOf('if a then b')[0]?.expected, ['else']);
  assert.deepEqual(problemsOf('sum(1, 2')[0]?.expected, [')']);
  assert.equal(problemsOf('"abc')[0]?.code, 'feel-unclosed-text');
});

test('full-width signs and Chinese keywords are read as meant, each with the right sign named', () => {
  const { tree, problems } = parseExpression('如果 收入 ≥ 3 那么 （1） 否则 2');
  assert.equal(tree.kind, 'if');
  assert.deepEqual(
    new Set(problems.map((problem) => problem.nearest)),
    new Set(['if', 'then', 'else', '>=', '(', ')']),
  );
});

test('a doubled equals sign is answered with the single one', () => {
  assert.equal(problemsOf('a == b')[0]?.nearest, '=');
});

test('a broken character code is said as such, and other backslashes stand for themselves', () => {
  assert.equal(problemsOf('"\\u12"')[0]?.code, 'feel-bad-escape');
  const { tree, problems } = parseExpression('"\\d+"');
  assert.deepEqual(problems, []);
  assert.ok(tree.kind === 'string' && tree.value === '\\d+');
});

test('a text full of errors ends its list with saying so', () => {
  const problems = problemsOf(`[${'1 2, '.repeat(200)}]`);
  assert.equal(problems.length, 50);
  assert.equal(problems.at(-1)?.code, 'feel-too-many');
});

test('a range may be closed by a turned bracket where no filter can stand', () => {
  const { tree, problems } = parseExpression('x in ]1..5[ and y[1] = 2');
  assert.deepEqual(problems, []);
  assert.equal(tree.kind, 'and');
});

test('cells tell dash, negation and tests apart', () => {
  assert.equal(parseUnaryTests('-').tree.kind, 'any');
  const negated = parseUnaryTests('not(1, > 5)').tree;
  assert.ok(negated.kind === 'tests' && negated.isNegated && negated.tests.length === 2);
  const calculated = parseUnaryTests('not(?) and true').tree;
  assert.ok(calculated.kind === 'tests' && !calculated.isNegated);
});

test('every node lies inside its text', () => {
  const text = 'for i in 1..3 return {a: i, b: [a, (> 2)], c: f(x: i)[item > 1].d between 1 and 2}';
  for (const { expr } of nodesOf(parseExpression(text).tree)) {
    assert.ok(expr.span.start >= 0 && expr.span.end <= text.length && expr.span.start <= expr.span.end, expr.kind);
  }
});

test('texts nested or long past reason are refused with a place and do not overflow the stack', () => {
  assert.equal(problemsOf('('.repeat(5_000))[0]?.code, 'feel-too-deep');
  assert.equal(problemsOf(`1${' + 1'.repeat(20_000)}`)[0]?.code, 'feel-too-deep');
  assert.equal(problemsOf('-'.repeat(50_000))[0]?.code, 'feel-too-deep');
});

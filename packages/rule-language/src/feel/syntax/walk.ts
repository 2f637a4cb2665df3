import type { Expr, Test } from '../ast.ts';

/** What stands directly below a node, in the order it is read. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'path':
    case 'negate':
      return [expr.of];
    case 'filter':
      return [expr.list, expr.condition];
    case 'call':
      return [expr.callee, ...expr.args, ...(expr.named ?? []).map((argument) => argument.value)];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [expr.left, expr.right];
    case 'between':
      return [expr.value, expr.low, expr.high];
    case 'in':
      return [expr.value, ...expr.tests.map(operandOf)];
    case 'instance-of':
      return [expr.value];
    case 'if':
      return [expr.condition, expr.then, expr.else];
    case 'for':
    case 'some':
    case 'every': {
      const over = expr.bindings.flatMap((binding) => (binding.to ? [binding.over, binding.to] : [binding.over]));
      return [...over, expr.kind === 'for' ? expr.body : expr.condition];
    }
    case 'function':
      return [expr.body];
    case 'list':
      return expr.items;
    case 'context':
      return expr.entries.map((entry) => entry.value);
    case 'range':
      return [expr.start, expr.end].filter((end) => end !== null);
    default:
      return [];
  }
}

export function operandOf(test: Test): Expr {
  return test.kind === 'test' ? test.expression : test.operand;
}

/** Every node from the root down, without recursion: a text of 100,000 pluses must not overflow the call stack. */
export function* nodesOf(root: Expr): Generator<{ readonly expr: Expr; readonly depth: number }> {
  const open = [{ expr: root, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const depth = next.depth + 1;
    for (const expr of childrenOf(next.expr).toReversed()) open.push({ expr, depth });
  }
}

/** Whether a name is spoken of anywhere in the expression. */
export function mentionsName(root: Expr, name: string): boolean {
  for (const { expr } of nodesOf(root)) if (expr.kind === 'name' && expr.name === name) return true;
  return false;
}

import type { Call } from '../ast.ts';
import { builtIns } from '../builtins/registry.ts';
import { FeelFunction, kindOf, Unknown, type Value } from '../values/value.ts';
import { findName } from './compile-names.ts';
import type { Compiler } from './compiler.ts';
import type { Code, Frame, Scope } from './frame.ts';
import { Failure, kindFailure, type Outcome } from './run.ts';

/** Calls: straight to the built-in function where no name given from outside hides it, else to a function as a value. */
export function compileCall(compiler: Compiler, expr: Call, scope: Scope | null): Code {
  const args = (expr.named ? expr.named.map((argument) => argument.value) : expr.args).map((value) =>
    compiler.code(value, scope),
  );
  const names = expr.named?.map((argument) => argument.name) ?? null;
  if (expr.callee.kind === 'name') {
    // In a filter a built-in function keeps its name, whatever entries the items have.
    const { found } = findName(compiler, expr.callee.name, scope);
    const builtIn = found ? undefined : builtIns.get(expr.callee.name);
    if (builtIn) {
      const plan = builtIn.planFor(names, args.length);
      if (plan.length === 0) {
        compiler.report('feel-arguments', expr.span, {
          zh: `${builtIn.name} 的参数应为 ${builtIn.signatures}`,
          en: `${builtIn.name} takes ${builtIn.signatures}`,
        });
      }
      return (frame) => {
        const run = frame.root.run;
        return run.settle(builtIn.callPlanned(plan, valuesOf(args, frame), run), expr.span);
      };
    }
  }
  const callee = compiler.code(expr.callee, scope);
  return (frame) => {
    const target = callee(frame);
    return frame.root.run.settle(callValue(target, names, valuesOf(args, frame)), expr.span);
  };
}

function valuesOf(args: readonly Code[], frame: Frame): Value[] {
  const values: Value[] = [];
  for (const arg of args) values.push(arg(frame));
  return values;
}

/** Calls a function as a value, with the names of the arguments or (null) by their order. */
export function callValue(target: Value, names: readonly string[] | null, values: readonly Value[]): Outcome {
  if (target instanceof Unknown) return target;
  if (!(target instanceof FeelFunction)) return kindFailure('call', kindOf(target));
  if (target.callAny) return target.callAny(names, values);
  const wrong = () => new Failure('arguments', '参数不符', 'the arguments do not fit');
  if (values.length !== target.parameters.length) return wrong();
  if (!names) return target.call(values);
  const ordered: Value[] = [];
  for (const parameter of target.parameters) {
    const at = names.indexOf(parameter);
    if (at === -1) return wrong();
    ordered.push(values[at] ?? null);
  }
  return target.call(ordered);
}

import type { Name, Path } from '../ast.ts';
import { builtIns } from '../builtins/registry.ts';
import { isContext, isList, kindOf, Unknown, type Value } from '../values/value.ts';
import type { Compiler } from './compiler.ts';
import type { Code, Frame, Scope } from './frame.ts';
import { propertyOf } from './properties.ts';
import { Failure, type Run } from './run.ts';

/** Where a name is found: how many frames up, and the filter items on the way that may have an entry of that name. */
export type Found = { readonly kind: 'frame'; readonly up: number } | { readonly kind: 'slot'; readonly slot: number };

export function findName(
  compiler: Compiler,
  name: string,
  scope: Scope | null,
): { found: Found | null; items: number[] } {
  const items: number[] = [];
  let up = 0;
  for (let at = scope; at; at = at.parent, up++) {
    // An item may itself have an entry called `item`.
    if (at.isItem) items.push(up);
    if (at.name === name) return { found: { kind: 'frame', up }, items };
  }
  const slot = compiler.slots.get(name);
  return { found: slot === undefined ? null : { kind: 'slot', slot }, items };
}

function frameUp(frame: Frame, up: number): Frame {
  let at = frame;
  for (let left = up; left > 0 && at.parent; left--) at = at.parent;
  return at;
}

export function compileName(compiler: Compiler, expr: Name, scope: Scope | null): Code {
  const { found, items } = findName(compiler, expr.name, scope);
  const outer = codeOf(compiler, expr, found, scope, items.length > 0);
  if (items.length === 0) return outer;
  // Inside a filter an item's own entry comes before a name from outside (§10.3.2.6).
  const key = expr.name;
  return (frame) => {
    for (const up of items) {
      const item = frameUp(frame, up).value;
      if (isContext(item) && item.has(key)) return item.get(key) ?? null;
      if (item instanceof Unknown) return item;
    }
    return outer(frame);
  };
}

function codeOf(compiler: Compiler, expr: Name, found: Found | null, scope: Scope | null, isInFilter: boolean): Code {
  if (found?.kind === 'slot') {
    const slot = found.slot;
    return (frame) => frame.root.slots[slot] ?? null;
  }
  if (found) {
    const up = found.up;
    if (up === 0) return (frame) => frame.value;
    if (up === 1) return (frame) => frame.parent?.value ?? null;
    return (frame) => frameUp(frame, up).value;
  }
  const builtIn = builtIns.get(expr.name);
  if (builtIn) return (frame) => builtIn.asValue(frame.root.run);
  if (isInFilter) {
    // Whether the item has such an entry is seen only at work.
    const isHouse = compiler.isHouse;
    return () => (isHouse ? new Unknown([expr.name]) : null);
  }
  compiler.reportUnknownName(expr.name, expr.span, namesAround(compiler, scope));
  const failure = new Failure('unknown-name', `没有名为“${expr.name}”的值`, `nothing is named "${expr.name}"`);
  return (frame) => frame.root.run.settle(failure, expr.span);
}

function* namesAround(compiler: Compiler, scope: Scope | null): Generator<string> {
  for (let at = scope; at; at = at.parent) yield at.name;
  yield* compiler.options.names;
  yield* builtIns.keys();
}

export function compilePath(compiler: Compiler, expr: Path, scope: Scope | null): Code {
  const of = compiler.code(expr.of, scope);
  return (frame) => entryOf(of(frame), expr.name, expr, frame.root.run);
}

/** An entry of a context, a part of a date or duration, or the list of those of a list's items. */
function entryOf(value: Value, name: string, expr: Path, run: Run): Value {
  if (isContext(value)) {
    const entry = value.get(name);
    if (entry !== undefined) return entry;
    if (run.isHouse) return new Unknown([name]);
    return run.settle(new Failure('unknown-name', `没有“${name}”`, `there is no "${name}"`), expr.nameSpan);
  }
  if (isList(value)) return value.map((item) => entryOf(item, name, expr, run));
  if (value instanceof Unknown)
    return value.missing.length === 1 ? new Unknown([`${value.missing[0]}.${name}`]) : value;
  const part = propertyOf(value, name);
  if (part !== undefined) return part;
  const failure = new Failure('value-kind', `${kindOf(value)} 没有“${name}”`, `${kindOf(value)} has no "${name}"`);
  return run.settle(failure, expr.nameSpan);
}

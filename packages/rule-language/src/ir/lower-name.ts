import type { Expr, Name } from '../feel/ast.ts';
import { guessNumber } from '../feel/guess-number.ts';
import { guessPhrase } from '../text/guess-words.ts';
import type { Ir } from './ir.ts';
import { brokenIr, type Scope } from './scope.ts';

export function lowerName(expr: Name, scope: Scope): Ir {
  const at = scope.at(expr.span.start);
  const { local, world } = scope;
  // Under a loop's own name (`for 人 in …`) fields are reached through it; in a filter they stand for themselves.
  if (local && local.name === '') {
    const field = world.entities[local.entity]?.fields.findIndex((one) => one.name === expr.name) ?? -1;
    const declared = world.entities[local.entity]?.fields[field];
    if (declared) return { op: 'member', entity: local.entity, field, type: declared.type, at };
  }
  const meaning = world.meanings.get(expr.name);
  if (!meaning) {
    const isField = local && world.entities[local.entity]?.fields.some((field) => field.name === expr.name);
    const through = isField ? `${local.name}.${expr.name}` : null;
    const meant = through ?? guessPhrase(expr.name, scope.names()) ?? guessNumber(expr.name);
    scope.report('name-unknown', expr.span.start, {
      zh: `“${expr.name}”`,
      en: `"${expr.name}"`,
      expected: through === null ? scope.names() : [through],
      wrote: expr.name,
      meant,
    });
    return brokenIr(at);
  }
  switch (meaning.kind) {
    case 'fact':
      return { op: 'fact', slot: meaning.slot, type: world.facts[meaning.slot]?.type ?? { kind: 'any' }, at };
    case 'entity':
      return { op: 'members', entity: meaning.slot, type: { kind: 'members', entity: expr.name }, at };
    case 'parameter': {
      const keys = meaning.by.map((name) => lowerName({ kind: 'name', name: name.text, span: expr.span }, scope));
      return { op: 'parameter', slot: meaning.slot, keys, type: meaning.type, at };
    }
    case 'rule': {
      const rule = world.ruleOf(meaning.name, at);
      return rule ? { op: 'rule', slot: rule.slot, type: rule.type, at } : brokenIr(at);
    }
    case 'table':
      return recordOf(
        meaning.outputs,
        meaning.outputs.map((output) => {
          const rule = world.ruleOf(`${meaning.name}.${output}`, at);
          return rule ? { op: 'rule', slot: rule.slot, type: rule.type, at } : brokenIr(at);
        }),
        at,
      );
  }
}

function recordOf(names: readonly string[], items: readonly Ir[], at: Ir['at']): Ir {
  const fields = items.map((item, index) => ({ name: names[index] ?? '', type: item.type }));
  return { op: 'record', names, items, type: { kind: 'context', fields }, at };
}

/** What a free name gives to an expression left to the FEEL engine; undefined for names FEEL itself brings. */
export function inputOf(name: string, expr: Expr, scope: Scope): Ir | undefined {
  const { local, world } = scope;
  const fields = local ? (world.entities[local.entity]?.fields ?? []) : [];
  const isOpen = local?.name === '';
  if (local && (name === local.name || name === 'item')) {
    const at = scope.at(expr.span.start);
    const items = fields.map(
      (field, index): Ir => ({ op: 'member', entity: local.entity, field: index, type: field.type, at }),
    );
    return recordOf(
      fields.map((field) => field.name),
      items,
      at,
    );
  }
  if (!(isOpen && fields.some((field) => field.name === name)) && !world.meanings.has(name)) return undefined;
  return lowerName({ kind: 'name', name, span: expr.span }, scope);
}

import type { Binding, ContextEntry, Expr, Parameter } from '../ast.ts';
import { NameScope } from './names.ts';
import { readDeclaredName } from './read-name.ts';
import { readType } from './read-type.ts';
import type { Reader } from './reader.ts';

export function readIf(reader: Reader): Expr {
  const start = reader.token.start;
  reader.takeWord('if');
  const condition = reader.grammar.expression(reader);
  reader.expectWord('then');
  const then = reader.grammar.expression(reader);
  if (!reader.expectWord('else')) {
    return {
      kind: 'if',
      condition,
      then,
      else: { kind: 'broken', span: then.span },
      span: { start, end: then.span.end },
    };
  }
  const otherwise = reader.grammar.expression(reader);
  return { kind: 'if', condition, then, else: otherwise, span: { start, end: otherwise.span.end } };
}

/** `x in list, y in 1..3`: each name is known to what follows it. */
function readBindings(reader: Reader): Binding[] {
  const bindings: Binding[] = [];
  do {
    const declared = readDeclaredName(reader, (r) => r.isWord('in'));
    if (!declared) reader.unexpected(['名称 name']);
    reader.expectWord('in');
    const over = reader.grammar.expression(reader);
    const to = reader.takeSign('..') ? reader.grammar.expression(reader) : null;
    if (!declared) continue;
    bindings.push({ name: declared.name, nameSpan: declared.span, over, to });
    reader.scope = new NameScope([declared.name], reader.scope);
  } while (reader.takeSign(','));
  return bindings;
}

export function readFor(reader: Reader): Expr {
  const start = reader.advance().start;
  return reader.withScope(reader.scope, () => {
    const bindings = readBindings(reader);
    reader.expectWord('return');
    const body = reader.withScope(new NameScope(['partial'], reader.scope), () => reader.grammar.expression(reader));
    return { kind: 'for', bindings, body, span: { start, end: body.span.end } };
  });
}

export function readQuantified(reader: Reader): Expr {
  const kind = reader.isWord('some') ? 'some' : 'every';
  const start = reader.advance().start;
  return reader.withScope(reader.scope, () => {
    const bindings = readBindings(reader);
    reader.expectWord('satisfies');
    const condition = reader.grammar.expression(reader);
    return { kind, bindings, condition, span: { start, end: condition.span.end } };
  });
}

export function readFunction(reader: Reader): Expr {
  const start = reader.advance().start;
  reader.at++;
  const parameters: Parameter[] = [];
  while (!reader.isSign(')') && !reader.isAtEnd()) {
    const declared = readDeclaredName(reader, (r) => r.isSign(':') || r.isSign(','));
    if (!declared) {
      reader.unexpected(['参数名 parameter name', ')']);
      reader.skipTo(')');
      break;
    }
    const type = reader.takeSign(':') ? readType(reader) : null;
    parameters.push({ name: declared.name, nameSpan: declared.span, type });
    if (!reader.takeSign(',')) break;
  }
  reader.expectSign(')');
  const isExternal = reader.isWord('external') && reader.isSign('{', 1);
  if (isExternal) reader.at++;
  const scope = new NameScope(
    parameters.map((parameter) => parameter.name),
    reader.scope,
  );
  const body = reader.withScope(scope, () => reader.grammar.expression(reader));
  return { kind: 'function', parameters, body, isExternal, span: { start, end: body.span.end } };
}

/** `{a: 1, "b c": a + 1}`: each entry is known to those after it. */
export function readContext(reader: Reader): Expr {
  const start = reader.advance().start;
  const entries: ContextEntry[] = [];
  const scope = new NameScope([], reader.scope);
  reader.withScope(scope, () => {
    while (!reader.isSign('}') && !reader.isAtEnd()) {
      const before = reader.at;
      const entry = readEntry(reader);
      if (entry) {
        if (entries.some((other) => other.key === entry.key)) {
          reader.report('feel-duplicate-key', entry.keySpan, {
            zh: `“${entry.key}”重复`,
            en: `"${entry.key}" is given twice`,
          });
        }
        entries.push(entry);
        scope.add(entry.key);
        // Paths to it may be written anywhere after: `{a-b: 1}.a-b`.
        reader.properties.add(entry.key);
      }
      if (reader.takeSign(',')) {
        if (reader.isSign('}')) reader.unexpected(['名称 name']);
        continue;
      }
      if (reader.isSign('}') || reader.isAtEnd()) break;
      reader.unexpected([',', '}']);
      if (reader.at === before) reader.advance();
      reader.skipTo(',');
      if (!reader.takeSign(',')) break;
    }
  });
  if (!reader.expectSign('}')) {
    reader.skipTo('}');
    reader.takeSign('}');
  }
  return { kind: 'context', entries, span: { start, end: reader.previousEnd } };
}

function readEntry(reader: Reader): ContextEntry | null {
  const token = reader.token;
  const declared =
    token.kind === 'string'
      ? { name: reader.advance().text, span: { start: token.start, end: token.end } }
      : readDeclaredName(reader, (r) => r.isSign(':'));
  if (!declared) {
    reader.unexpected(['名称 name', '}']);
    return null;
  }
  reader.expectSign(':');
  const value = reader.grammar.expression(reader);
  return { key: declared.name, keySpan: declared.span, value };
}

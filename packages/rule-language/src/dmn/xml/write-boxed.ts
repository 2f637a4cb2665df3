import type { Boxed, DecisionTable, Variable } from '../model.ts';
import type { ModdleElement } from './moddle.ts';

export type Create = (type: string, properties: Readonly<Record<string, unknown>>) => ModdleElement;

export function writeVariable(create: Create, variable: Variable): ModdleElement {
  return create('InformationItem', { ...variable });
}

export function writeBoxed(create: Create, boxed: Boxed): ModdleElement {
  const typeRef = boxed.typeRef;
  const inner = (at: Boxed | null) => at && writeBoxed(create, at);
  const wrapped = (at: Boxed | null, type = 'ChildExpression', rest: object = {}) =>
    at && create(type, { value: writeBoxed(create, at), ...rest });
  switch (boxed.kind) {
    case 'literal':
      return create('LiteralExpression', { typeRef, text: boxed.text });
    case 'context':
      return create('Context', {
        typeRef,
        contextEntry: boxed.entries.map((entry) =>
          create('ContextEntry', {
            variable: entry.variable && writeVariable(create, entry.variable),
            value: inner(entry.value),
          }),
        ),
      });
    case 'invocation':
      return create('Invocation', {
        typeRef,
        calledFunction: inner(boxed.callee),
        binding: boxed.bindings.map((binding) =>
          create('Binding', {
            parameter: create('InformationItem', { name: binding.parameter }),
            bindingFormula: inner(binding.value),
          }),
        ),
      });
    case 'list':
      return create('List', { typeRef, elements: boxed.items.map(inner) });
    case 'relation':
      return create('Relation', {
        typeRef,
        column: boxed.columns.map((column) => writeVariable(create, column)),
        row: boxed.rows.map((row) => create('List', { elements: row.map(inner) })),
      });
    case 'function':
      return create('FunctionDefinition', {
        typeRef,
        kind: boxed.language,
        formalParameter: boxed.parameters.map((parameter) => writeVariable(create, parameter)),
        body: inner(boxed.body),
      });
    case 'conditional': {
      const then = wrapped(boxed.whenTrue);
      return create('Conditional', { typeRef, if: wrapped(boxed.condition), then, else: wrapped(boxed.whenFalse) });
    }
    case 'for':
    case 'some':
    case 'every':
      return create(boxed.kind === 'for' ? 'For' : boxed.kind === 'some' ? 'Some' : 'Every', {
        typeRef,
        iteratorVariable: boxed.variable,
        in: wrapped(boxed.over, 'TypedChildExpression', boxed.overType === null ? {} : { typeRef: boxed.overType }),
        [boxed.kind === 'for' ? 'return' : 'satisfies']: wrapped(boxed.body),
      });
    case 'filter':
      return create('Filter', { typeRef, in: wrapped(boxed.over), match: wrapped(boxed.match) });
    case 'table':
      return writeTable(create, boxed);
  }
}

function writeTable(create: Create, table: DecisionTable): ModdleElement {
  const tests = (text: string | null) => (text === null ? null : create('UnaryTests', { text }));
  const literal = (text: string | null) => (text === null ? null : create('LiteralExpression', { text }));
  return create('DecisionTable', {
    typeRef: table.typeRef,
    hitPolicy: table.hitPolicy,
    aggregation: table.aggregation,
    outputLabel: table.outputLabel,
    input: table.inputs.map((input) =>
      create('InputClause', {
        label: input.label,
        inputExpression: create('LiteralExpression', { text: input.expression, typeRef: input.typeRef }),
        inputValues: tests(input.allowedValues),
      }),
    ),
    output: table.outputs.map((output) =>
      create('OutputClause', {
        name: output.name,
        typeRef: output.typeRef,
        label: output.label,
        outputValues: tests(output.allowedValues),
        defaultOutputEntry: literal(output.defaultEntry),
      }),
    ),
    annotation: table.annotationNames.map((name) => create('RuleAnnotationClause', { name })),
    rule: table.rules.map((rule) =>
      create('DecisionRule', {
        inputEntry: rule.tests.map(tests),
        outputEntry: rule.outputs.map(literal),
        annotationEntry: rule.annotations.map((text) => create('RuleAnnotation', { text })),
      }),
    ),
  });
}

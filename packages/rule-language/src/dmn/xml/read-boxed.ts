import type { Aggregation, Boxed, DecisionTable, HitPolicy, TableOutput, Variable } from '../model.ts';
import { childOf, childrenOf, type ModdleElement, textOf } from './moddle.ts';

const variableOf = (element: ModdleElement): Variable => ({
  name: textOf(element, 'name') ?? '',
  typeRef: textOf(element, 'typeRef'),
});

/** A boxed expression from the library's element. An element of no known kind is a literal without text. */
export function readBoxed(element: ModdleElement): Boxed {
  const typeRef = textOf(element, 'typeRef');
  const boxedAt = (property: string) => {
    const at = childOf(element, property);
    // The children of the forms of 1.4 and 1.5 (`if`, `in`, …) are wrapped once more.
    const inner = at?.$type.endsWith('ChildExpression') ? childOf(at, 'value') : at;
    return inner && readBoxed(inner);
  };
  switch (element.$type) {
    case 'dmn:Context':
      return {
        kind: 'context',
        typeRef,
        entries: childrenOf(element, 'contextEntry').map((entry) => {
          const variable = childOf(entry, 'variable');
          const value = childOf(entry, 'value');
          return { variable: variable && variableOf(variable), value: value ? readBoxed(value) : emptyLiteral };
        }),
      };
    case 'dmn:Invocation':
      return {
        kind: 'invocation',
        typeRef,
        callee: boxedAt('calledFunction'),
        bindings: childrenOf(element, 'binding').map((binding) => {
          const value = childOf(binding, 'bindingFormula');
          return { parameter: textOf(childOf(binding, 'parameter'), 'name') ?? '', value: value && readBoxed(value) };
        }),
      };
    case 'dmn:List':
      return { kind: 'list', typeRef, items: childrenOf(element, 'elements').map(readBoxed) };
    case 'dmn:Relation':
      return {
        kind: 'relation',
        typeRef,
        columns: childrenOf(element, 'column').map(variableOf),
        rows: childrenOf(element, 'row').map((row) => childrenOf(row, 'elements').map(readBoxed)),
      };
    case 'dmn:FunctionDefinition': {
      const kind = textOf(element, 'kind');
      return {
        kind: 'function',
        typeRef,
        language: kind === 'Java' || kind === 'PMML' ? kind : 'FEEL',
        parameters: childrenOf(element, 'formalParameter').map(variableOf),
        body: boxedAt('body'),
      };
    }
    case 'dmn:Conditional':
      return {
        kind: 'conditional',
        typeRef,
        condition: boxedAt('if'),
        whenTrue: boxedAt('then'),
        whenFalse: boxedAt('else'),
      };
    case 'dmn:For':
    case 'dmn:Some':
    case 'dmn:Every':
      return {
        kind: element.$type === 'dmn:For' ? 'for' : element.$type === 'dmn:Some' ? 'some' : 'every',
        typeRef,
        variable: textOf(element, 'iteratorVariable') ?? '',
        over: boxedAt('in'),
        overType: textOf(childOf(element, 'in'), 'typeRef'),
        body: boxedAt(element.$type === 'dmn:For' ? 'return' : 'satisfies'),
      };
    case 'dmn:Filter':
      return { kind: 'filter', typeRef, over: boxedAt('in'), match: boxedAt('match') };
    case 'dmn:DecisionTable':
      return readTable(element, typeRef);
    default:
      return { kind: 'literal', typeRef, text: textOf(element, 'text') ?? '' };
  }
}

const emptyLiteral: Boxed = { kind: 'literal', text: '' };

function readTable(element: ModdleElement, typeRef: string | null): DecisionTable {
  const textsAt = (parent: ModdleElement, property: string) =>
    childrenOf(parent, property).map((entry) => textOf(entry, 'text') ?? '');
  return {
    kind: 'table',
    typeRef,
    hitPolicy: (textOf(element, 'hitPolicy') ?? 'UNIQUE') as HitPolicy,
    aggregation: textOf(element, 'aggregation') as Aggregation | null,
    outputLabel: textOf(element, 'outputLabel'),
    inputs: childrenOf(element, 'input').map((input) => {
      const expression = childOf(input, 'inputExpression');
      return {
        expression: textOf(expression, 'text') ?? '',
        typeRef: textOf(expression, 'typeRef'),
        label: textOf(input, 'label'),
        allowedValues: textOf(childOf(input, 'inputValues'), 'text'),
      };
    }),
    outputs: childrenOf(element, 'output').map(outputOf),
    annotationNames: childrenOf(element, 'annotation').map((annotation) => textOf(annotation, 'name') ?? ''),
    rules: childrenOf(element, 'rule').map((rule) => ({
      tests: textsAt(rule, 'inputEntry'),
      outputs: textsAt(rule, 'outputEntry'),
      annotations: textsAt(rule, 'annotationEntry'),
    })),
  };
}

function outputOf(output: ModdleElement): TableOutput {
  return {
    name: textOf(output, 'name'),
    typeRef: textOf(output, 'typeRef'),
    label: textOf(output, 'label'),
    allowedValues: textOf(childOf(output, 'outputValues'), 'text'),
    defaultEntry: textOf(childOf(output, 'defaultOutputEntry'), 'text'),
  };
}

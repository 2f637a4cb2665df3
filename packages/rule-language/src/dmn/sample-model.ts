import type { Boxed, Decision, DecisionTable, DmnModel, Variable } from './model.ts';

/** Small models for tests, built as data. */
export const literal = (text: string): Boxed => ({ kind: 'literal', typeRef: null, text });
const variable = (name: string, typeRef: string | null = null): Variable => ({ name, typeRef });

export function decision(name: string, logic: Boxed, needs: Partial<Decision> = {}): Decision {
  return {
    id: `_${name}`,
    name,
    description: null,
    variable: variable(name),
    question: null,
    needsDecisions: [],
    needsInputs: [],
    needsKnowledge: [],
    needsSources: [],
    logic,
    ...needs,
  };
}

export function model(parts: Partial<DmnModel>): DmnModel {
  return {
    name: 'sample',
    namespace: 'https://zhengtong.example/dmn/sample',
    id: '_sample',
    description: null,
    imports: [],
    types: [],
    inputs: [],
    decisions: [],
    knowledge: [],
    services: [],
    sources: [],
    ...parts,
  };
}

/** A table over the input `x` with one or more outputs; rows are a test and its outputs. */
export function table(
  rows: readonly (readonly [string, ...string[]])[],
  rest: Partial<DecisionTable> = {},
): DecisionTable {
  const outputs = (rows[0]?.length ?? 2) - 1;
  return {
    kind: 'table',
    typeRef: null,
    hitPolicy: 'UNIQUE',
    aggregation: null,
    outputLabel: null,
    inputs: [{ expression: 'x', typeRef: null, label: null, allowedValues: null }],
    outputs: Array.from({ length: outputs }, (_, at) => ({
      name: outputs === 1 ? null : `o${at + 1}`,
      typeRef: null,
      label: null,
      allowedValues: null,
      defaultEntry: null,
    })),
    annotationNames: [],
    rules: rows.map(([test, ...entries]) => ({ tests: [test], outputs: entries, annotations: [] })),
    ...rest,
  };
}

export const inputX = { id: '_x', name: 'x', description: null, variable: variable('x') };

/** A model with one table named `t` over the input `x`. */
export function tableModel(...args: Parameters<typeof table>): DmnModel {
  return model({ inputs: [inputX], decisions: [decision('t', table(...args), { needsInputs: ['#_x'] })] });
}

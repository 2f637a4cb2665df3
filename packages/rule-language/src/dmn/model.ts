/**
 * A DMN model (1.1 to 1.5) as plain data: what its meaning hangs on, and the names and numbers people see. Diagrams are not
 * kept. References are `href`s: `#id` in the same model, `namespace#id` in an imported one.
 */
export type DmnModel = {
  readonly name: string;
  readonly namespace: string;
  readonly id: string | null;
  readonly description: string | null;
  readonly imports: readonly DmnImport[];
  readonly types: readonly ItemDefinition[];
  readonly inputs: readonly InputData[];
  readonly decisions: readonly Decision[];
  readonly knowledge: readonly KnowledgeModel[];
  readonly services: readonly DecisionService[];
  readonly sources: readonly KnowledgeSource[];
};

export type DmnImport = { readonly name: string; readonly namespace: string; readonly importType: string };
export type Variable = { readonly name: string; readonly typeRef: string | null };

export type ItemDefinition = {
  readonly name: string;
  readonly typeRef: string | null;
  readonly isCollection: boolean;
  /** Unary tests each value (of a collection: each item) must pass. */
  readonly allowedValues: string | null;
  /** Unary tests the whole value must pass (DMN 1.5). */
  readonly typeConstraint: string | null;
  readonly components: readonly ItemDefinition[];
  readonly functionType: { readonly parameters: readonly Variable[]; readonly outputTypeRef: string | null } | null;
};

type Named = { readonly id: string; readonly name: string; readonly description?: string | null };
export type InputData = Named & { readonly variable: Variable };
export type Decision = Named & {
  readonly variable: Variable;
  readonly question: string | null;
  /** hrefs of the decisions, inputs, knowledge and authorities it needs, in their order. */
  readonly needsDecisions: readonly string[];
  readonly needsInputs: readonly string[];
  readonly needsKnowledge: readonly string[];
  readonly needsSources: readonly string[];
  readonly logic: Boxed | null;
};
export type KnowledgeModel = Named & {
  readonly variable: Variable;
  readonly needsKnowledge: readonly string[];
  readonly needsSources: readonly string[];
  readonly logic: BoxedFunction | null;
};
export type DecisionService = Named & {
  readonly variable: Variable;
  readonly outputs: readonly string[];
  readonly encapsulated: readonly string[];
  readonly inputDecisions: readonly string[];
  readonly inputData: readonly string[];
};
/** A law or decree: DMN has no other place for it. */
export type KnowledgeSource = Named & { readonly locationUri: string | null; readonly type: string | null };

type Box<K extends string> = { readonly kind: K; readonly typeRef?: string | null };
export type BoxedLiteral = Box<'literal'> & { readonly text: string };
export type BoxedContext = Box<'context'> & {
  /** An entry without a variable is the result. */
  readonly entries: readonly { readonly variable: Variable | null; readonly value: Boxed }[];
};
export type BoxedInvocation = Box<'invocation'> & {
  readonly callee: Boxed | null;
  readonly bindings: readonly { readonly parameter: string; readonly value: Boxed | null }[];
};
export type BoxedList = Box<'list'> & { readonly items: readonly Boxed[] };
export type BoxedRelation = Box<'relation'> & {
  readonly columns: readonly Variable[];
  readonly rows: readonly (readonly Boxed[])[];
};
export type BoxedFunction = Box<'function'> & {
  readonly language: 'FEEL' | 'Java' | 'PMML';
  readonly parameters: readonly Variable[];
  readonly body: Boxed | null;
};
export type BoxedConditional = Box<'conditional'> & {
  readonly condition: Boxed | null;
  readonly whenTrue: Boxed | null;
  readonly whenFalse: Boxed | null;
};
/** `for` has a result for each item; `some` and `every` have a truth. */
export type BoxedIterator = Box<'for' | 'some' | 'every'> & {
  readonly variable: string;
  readonly over: Boxed | null;
  readonly overType: string | null;
  readonly body: Boxed | null;
};
export type BoxedFilter = Box<'filter'> & { readonly over: Boxed | null; readonly match: Boxed | null };

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';
export type TableInput = {
  readonly expression: string;
  readonly typeRef: string | null;
  readonly label: string | null;
  readonly allowedValues: string | null;
};
export type TableOutput = {
  readonly name: string | null;
  readonly typeRef: string | null;
  readonly label: string | null;
  readonly allowedValues: string | null;
  readonly defaultEntry: string | null;
};
export type TableRule = {
  readonly tests: readonly string[];
  readonly outputs: readonly string[];
  readonly annotations: readonly string[];
};
export type DecisionTable = Box<'table'> & {
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly outputLabel: string | null;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly annotationNames: readonly string[];
  readonly rules: readonly TableRule[];
};

export type Boxed =
  | BoxedLiteral
  | BoxedContext
  | BoxedInvocation
  | BoxedList
  | BoxedRelation
  | BoxedFunction
  | BoxedConditional
  | BoxedIterator
  | BoxedFilter
  | DecisionTable;

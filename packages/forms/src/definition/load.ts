import { ok, type Refusal, type Result, refuse, sayKeyword } from '@zhengtong/kernel';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { FormDefinition, Question } from './definition.ts';
import { definitionSchema } from './definition-schema.ts';
import { inspect, type Problem } from './inspect.ts';
import { toSchema } from './to-schema.ts';
import { compileSchema } from './validator.ts';

/** A definition that was checked, with its schema compiled. Making one takes milliseconds: make once a version, keep. */
export type Form = {
  readonly definition: FormDefinition;
  /** JSON Schema 2020-12 of the checked values. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly validate: ValidateFunction;
  /** Every question outside groups, in order. */
  readonly questions: ReadonlyMap<string, Question>;
};

export type FormWrong = Refusal<'form-wrong'> & { readonly problems: readonly Problem[] };

let shape: ValidateFunction | undefined;

/** A form from what YAML or JSON gave. Every problem is told at once, with its place. */
export function loadForm(given: unknown): Result<Form, FormWrong> {
  shape ??= compileSchema(definitionSchema);
  if (!shape(given)) return refuse({ kind: 'form-wrong', problems: tellShape(shape) });
  const definition = structuredClone(given) as FormDefinition;
  const problems = inspect(definition);
  if (problems.length > 0) return refuse({ kind: 'form-wrong', problems });
  const schema = toSchema(definition);
  const questions = new Map(definition.sections.flatMap((section) => section.questions.map((one) => [one.key, one])));
  return ok({ definition, schema, validate: compileSchema(schema), questions });
}

/** Ajv tells every branch of a oneOf that failed; the deepest places are the ones the writer can mend. */
function tellShape({ errors }: ValidateFunction): readonly Problem[] {
  const told = (errors ?? [])
    .filter(({ keyword }) => keyword !== 'oneOf')
    .map((error) => ({ path: error.instancePath.slice(1).replaceAll('/', '.'), say: sayKeyword(error) }));
  return [...new Map(told.map((problem) => [`${problem.path} ${problem.say.en}`, problem])).values()];
}

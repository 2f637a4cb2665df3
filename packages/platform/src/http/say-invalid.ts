import { sayKeyword } from '@zhengtong/kernel';
import type { ErrorObject } from 'ajv';
import type { Sentence } from './language.ts';

type Schema = Readonly<Record<string, unknown>> & { readonly properties?: Readonly<Record<string, Schema>> };

/** Which member of a request is wrong and what may stand there, once; needs Ajv's `verbose`. */
export function sayInvalid(errors: readonly ErrorObject[]): Sentence {
  const { instancePath, say } = explain(errors);
  return { zh: `${instancePath || '/'} ${say.zh}`, en: `${instancePath || '/'} ${say.en}` };
}

type Told = { readonly instancePath: string; readonly say: Sentence };

/** Of a union Ajv tells what is wrong by every branch, and then that none fits: the last error is the outermost. */
function explain(errors: readonly ErrorObject[]): Told {
  const last = errors.at(-1);
  if (!last) return { instancePath: '', say: { zh: '写法不对', en: 'is not in the right form' } };
  const { instancePath, keyword, schemaPath, parentSchema } = last;
  // Where the schema itself says what may stand there and why, in both languages, that is what is said.
  const own = (parentSchema as Schema | undefined)?.description;
  const isOfValue = keyword !== 'required' && keyword !== 'additionalProperties';
  if (typeof own === 'string' && isOfValue) return { instancePath, say: { zh: own, en: own } };
  if (keyword !== 'anyOf') return { instancePath, say: sayKeyword(last) };
  const branches = last.schema as readonly Schema[];
  const errorsOf = branches.map((_, at) => errors.filter((one) => one.schemaPath.startsWith(`${schemaPath}/${at}/`)));
  return findByMark(last, branches, errorsOf) ?? findByType(last, errorsOf);
}

/** Objects told apart by a literal member (`kind`): the branch that is meant, or the literals there are. */
function findByMark(
  { instancePath, data }: ErrorObject,
  branches: readonly Schema[],
  errorsOf: readonly ErrorObject[][],
): Told | undefined {
  const mark = Object.keys(branches[0]?.properties ?? {}).find((key) =>
    branches.every(({ properties }) => properties?.[key] && Object.hasOwn(properties[key], 'const')),
  );
  if (mark === undefined || typeof data !== 'object' || data === null) return undefined;
  const given: unknown = Object.hasOwn(data, mark) ? (data as Schema)[mark] : undefined;
  const marks = branches.map(({ properties }) => properties?.[mark]?.const);
  const meant = errorsOf[marks.indexOf(given)];
  if (meant && meant.length > 0) return explain(meant);
  if (given === undefined) {
    const say = sayKeyword({ keyword: 'required', params: { missingProperty: mark } });
    return { instancePath, say };
  }
  return { instancePath: `${instancePath}/${mark}`, say: sayOneOf(marks) };
}

const sayOneOf = (values: readonly unknown[]): Sentence =>
  sayKeyword({ keyword: 'enum', params: { allowedValues: [...new Set(values)] } });

/** Values told apart by their type: what is wrong by the one branch whose type it has, or all that may stand there. */
function findByType(union: ErrorObject, errorsOf: readonly ErrorObject[][]): Told {
  const { instancePath } = union;
  const tops = errorsOf.map((errors) => errors.at(-1)).filter((one) => one !== undefined);
  // Behind a `$ref` errors carry another path and belong to no branch.
  if (tops.length === 0) return { instancePath, say: sayKeyword(union) };
  const isHere = (one: ErrorObject) => one.instancePath === instancePath;
  const literals = tops.filter((one) => isHere(one) && 'const' in ((one.parentSchema as Schema | undefined) ?? {}));
  if (literals.length === tops.length)
    return { instancePath, say: sayOneOf(literals.map((one) => (one.parentSchema as Schema).const)) };
  const fitting = errorsOf.filter((errors) => {
    const top = errors.at(-1);
    return top && !(isHere(top) && top.keyword === 'type');
  });
  if (fitting[0]) return explain(fitting[0]);
  const types = tops.flatMap(({ params }) => (params as { type?: unknown }).type);
  return { instancePath, say: sayKeyword({ keyword: 'type', params: { type: [...new Set(types)] } }) };
}

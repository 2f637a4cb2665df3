import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { FastifyReply, FastifyRequest, FastifySchemaCompiler } from 'fastify';
import { type PageOfError, sendProblem } from './problems.ts';
import { sayInvalid } from './say-invalid.ts';

// What people type into an address is text; what a program sends as JSON has types already.
const addFormats = formats as unknown as (ajv: Ajv) => Ajv;
const strict = addFormats(
  new Ajv({ allErrors: false, verbose: true, strict: false, coerceTypes: false, useDefaults: true }),
);
const lenient = addFormats(
  new Ajv({ allErrors: false, verbose: true, strict: false, coerceTypes: true, useDefaults: true }),
);

type Schema = Record<string, unknown>;

/** Objects are closed unless they say otherwise: a field nobody declared is a mistake, told by name. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy: Schema = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen = 'additionalProperties' in copy || 'patternProperties' in copy;
  if (copy.type === 'object' && copy.properties && !isOpen) copy.additionalProperties = false;
  return copy;
}

// By what they say: a contract is compiled once a process, however many servers are built of it (tests build hundreds,
// and compiling was half of each).
const compiled = new Map<Ajv, Map<string, ValidateFunction>>([
  [strict, new Map()],
  [lenient, new Map()],
]);

function compileOnce(ajv: Ajv, schema: unknown): ValidateFunction {
  const known = compiled.get(ajv);
  const said = JSON.stringify(schema);
  const validate = known?.get(said) ?? ajv.compile(closed(schema) as Schema);
  known?.set(said, validate);
  return validate;
}

/** Compiled at the first request of a route, not at the start: nobody waits for the contracts of two hundred routes. */
export const compileValidator: FastifySchemaCompiler<unknown> = ({ schema, httpPart }) => {
  let known: ValidateFunction | undefined;
  return (value: unknown) => {
    known ??= compileOnce(httpPart === 'body' ? strict : lenient, schema);
    return known(value) ? { value } : { error: toError(known.errors ?? []) };
  };
};

/** What is wrong, as the reader will be told; the errors themselves hold what was sent, which no log may keep. */
function toError(errors: ErrorObject[]): Error {
  const about = sayInvalid(errors);
  const validation = errors.map(({ keyword, instancePath }) => ({ keyword, instancePath }));
  return Object.assign(new Error(about.en), { validation, about, statusCode: 400 });
}

/** PostgreSQL cannot store NUL, and a lone surrogate is no text: refused before anybody else sees them. */
export async function refuseUnstorableText(
  request: FastifyRequest,
  reply: FastifyReply,
  pageOfError?: PageOfError,
): Promise<FastifyReply | undefined> {
  if (isStorable(request.params) && isStorable(request.query) && isStorable(request.body)) return undefined;
  return sendProblem(request, reply, { kind: 'invalid-request' }, pageOfError);
}

/** Whether every text in it can be kept, names of fields too. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (depth > 50) return false;
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value) || 'pipe' in value) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner, depth + 1));
}

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

/**
 * PostgreSQL cannot store NUL, and a lone surrogate is no text: refused before anybody else sees them, with the place they
 * stand at. A person cannot see them in what they pasted into a form: there they are left out, and the page says which
 * field is empty then.
 */
export async function refuseUnstorableText(
  request: FastifyRequest,
  reply: FastifyReply,
  pageOfError?: PageOfError,
): Promise<FastifyReply | undefined> {
  if (request.routeOptions.config.page) request.body = toStorableForm(request.body);
  const at = [request.params, request.query, request.body].map((value) => findUnstorable(value));
  const found = at.find((path) => path !== undefined);
  if (found === undefined) return undefined;
  const about = {
    zh: `${found || '/'} 里有存不下来的字符（空字符 U+0000，或者半个字）`,
    en: `${found || '/'} holds a character that cannot be kept (U+0000, or half a surrogate pair)`,
  };
  return sendProblem(request, reply, { kind: 'invalid-request', about }, pageOfError);
}

const isPlain = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** The path of the first text that cannot be kept, of the object whose field has such a name, or of what is too deep. */
function findUnstorable(value: unknown, path = '', depth = 0): string | undefined {
  if (depth > 50) return path;
  if (typeof value === 'string') return isPlain(value) ? undefined : path;
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value) || 'pipe' in value) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = isPlain(key) ? findUnstorable(inner, `${path}/${key}`, depth + 1) : path;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether every text in it can be kept, names of fields too. */
export const isStorable = (value: unknown): boolean => findUnstorable(value) === undefined;

/** A text from a form without what cannot be kept of it. */
export const toStorable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** The same of a whole form: one or several texts a name, and nothing inherited. */
function toStorableForm(body: unknown): unknown {
  if (body === null || typeof body !== 'object' || Buffer.isBuffer(body)) return body;
  const keep = (value: unknown): unknown =>
    typeof value === 'string' ? toStorable(value) : Array.isArray(value) ? value.map(keep) : value;
  const entries = Object.entries(body).map(([name, value]) => [name, keep(value)]);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

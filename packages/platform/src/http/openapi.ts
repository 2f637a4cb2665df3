import type { Route } from '@zhengtong/kernel';
import { houseProblems, type Problem } from './problems.ts';
import { closed } from './validate.ts';

/** A served contract, kept for the API description and for the tests that try every route. */
export type ServedRoute = { readonly route: Route; readonly problems: Readonly<Record<string, Problem>> };

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of all served contracts; its schemas are the very ones that guard the routes. */
export function describeApi(routes: readonly ServedRoute[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const { route, problems } of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route, problems) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '政通 Zhengtong API',
      version,
      description: '错误一律为 RFC 9457 problem。 · Errors are RFC 9457 problems.',
    },
    paths,
  };
}

function describeRoute(route: Route, problems: Readonly<Record<string, Problem>>): Json {
  const parameters = [...listParameters('path', route.params), ...listParameters('query', route.query)];
  if (route.method !== 'GET') {
    parameters.push({
      in: 'header',
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', maxLength: 200 },
    });
  }
  return {
    summary: route.summary,
    'x-allow': route.allow,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...describeBody(route),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: route.response } } },
      ...describeProblems(problems),
    },
  };
}

/** As OpenAPI 3.1 describes an uploaded file: a part with a media type and no encoding. */
const oneFile = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
};

function describeBody({ body, takes }: Route): Json {
  if (takes === 'file')
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: oneFile } } } };
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: closed(body) } } } } : {};
}

function listParameters(place: 'path' | 'query', schema: Route['params']): Json[] {
  const properties = (schema?.properties ?? {}) as Record<string, unknown>;
  const required = ((schema as { required?: string[] } | undefined)?.required ?? []) as readonly string[];
  return Object.entries(properties).map(([name, inner]) => ({
    in: place,
    name,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }));
}

function describeProblems(problems: Readonly<Record<string, Problem>>): Json {
  const byStatus = new Map<number, string[]>();
  const own = Object.entries(problems);
  for (const [kind, { status }] of [...own, ['invalid-request', houseProblems['invalid-request']] as const]) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), kind]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      { description: kinds.join(', '), content: { 'application/problem+json': { schema: { type: 'object' } } } },
    ]),
  );
}

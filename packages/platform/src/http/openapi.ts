import type { Route } from '@zhengtong/kernel';
import { houseProblems, type Problem } from './problems.ts';
import { closed } from './validate.ts';

/** A served contract, kept for the API description and for the tests that try every route. */
export type ServedRoute = {
  readonly route: Route;
  readonly problems: Readonly<Record<string, Problem>>;
  /** Whether it is a command that runs once per `Idempotency-Key`. */
  readonly takesKey: boolean;
};

type Json = Record<string, unknown>;

/** What the description says besides the routes. */
export type ApiDescription = {
  readonly version: string;
  readonly description: string;
  /** How programs say who is asking: OpenAPI's `securitySchemes`, by name. */
  readonly securitySchemes: Readonly<Record<string, Json>>;
  /** The groups the routes are shown in, in this order, by the beginning of their paths. */
  readonly groups: readonly { readonly name: string; readonly description: string; readonly prefix: string }[];
  /** The schemes a route takes, any one of them. */
  securityOf(route: Route): readonly string[];
};

/** OpenAPI 3.1 of all served contracts; its schemas are the very ones that guard the routes. */
export function describeApi(routes: readonly ServedRoute[], about: ApiDescription): Json {
  const paths: Record<string, Json> = {};
  for (const served of routes) {
    const { path, method } = served.route;
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: describeRoute(served, about) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '政通 Zhengtong API',
      version: about.version,
      description: about.description,
    },
    tags: about.groups.map(({ name, description }) => ({ name, description })),
    components: { securitySchemes: about.securitySchemes, schemas: { Problem: problem } },
    paths,
  };
}

/** RFC 9457, with what every refusal of the house bears besides. */
const problem = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', description: '/problems/{kind}' },
    title: { type: 'string' },
    status: { type: 'integer' },
    requestId: { type: 'string', format: 'uuid' },
    detail: { type: 'string' },
  },
};

function describeRoute({ route, problems, takesKey }: ServedRoute, about: ApiDescription): Json {
  const parameters = [...listParameters('path', route.params), ...listParameters('query', route.query)];
  if (takesKey) {
    parameters.push({
      in: 'header',
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', maxLength: 200 },
    });
  }
  const schemes = about.securityOf(route);
  const group = about.groups.find(({ prefix }) => route.path.startsWith(prefix));
  return {
    summary: route.summary,
    ...(group ? { tags: [group.name] } : {}),
    'x-allow': route.allow,
    security: schemes.map((name) => ({ [name]: [] })),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...describeBody(route),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: route.response } } },
      ...describeProblems({ ...problems, ...houseProblemsOf(route, takesKey) }),
    },
  };
}

/** What a route answers before its use case is asked. */
function houseProblemsOf(route: Route, takesKey: boolean): Record<string, Problem> {
  const kinds = ['invalid-request', 'too-many-requests', 'unavailable', 'fault'] as const;
  const gated = route.allow.includes('public') ? [] : (['not-signed-in', 'not-allowed'] as const);
  const sent = route.method === 'GET' ? [] : (['foreign-origin', 'too-large'] as const);
  const keyed = takesKey ? (['idempotency-key-missing', 'in-flight', 'other-body'] as const) : [];
  return Object.fromEntries([...kinds, ...gated, ...sent, ...keyed].map((kind) => [kind, houseProblems[kind]]));
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
  for (const [kind, { status }] of Object.entries(problems)) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), kind]);
  }
  const schema = { $ref: '#/components/schemas/Problem' };
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      { description: kinds.join(', '), content: { 'application/problem+json': { schema } } },
    ]),
  );
}

import type { Route } from '@zhengtong/kernel';
import type { Static, TObject, TSchema } from 'typebox';
import { say } from './sentences/say.ts';

/** The server's no (RFC 9457), or no answer at all: `kind` tells programs which, `message` tells people. */
export class CallFailed extends Error {
  readonly status: number;
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(status: number, kind: string, sentence: string, fields: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.status = status;
    this.kind = kind;
    this.fields = fields;
  }
}

export type Asked<P extends TObject, Q extends TObject, B extends TSchema> = {
  readonly params?: Static<P>;
  readonly query?: Static<Q>;
  readonly body?: Static<B>;
};

export type CallOptions = {
  /** Of a command that may be pressed again after a lost answer; a new one otherwise. */
  readonly key?: string;
  readonly signal?: AbortSignal;
};

/** Tells `ended` when an answer says that nobody is signed in any more. */
export const sessionEnd = new EventTarget();

/** How long to wait before asking again; commands are safe to repeat, since the key stays the same. */
const pauses = [400, 1200];

/** Calls a contract. Throws `CallFailed` for every answer but the promised one. */
export async function call<P extends TObject, Q extends TObject, B extends TSchema, S extends TSchema>(
  route: Route<P, Q, B, S>,
  asked: Asked<P, Q, B> = {},
  { key = crypto.randomUUID(), signal }: CallOptions = {},
): Promise<Static<S>> {
  const request: RequestInit = {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...(route.method === 'GET' ? {} : { 'idempotency-key': key }),
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    ...(signal ? { signal } : {}),
  };
  const answer = await askPatiently(addressOf(route.path, asked), request);
  if (answer.ok) return (await answer.json()) as Static<S>;
  const problem = await readProblem(answer);
  if (problem.kind === 'not-signed-in') sessionEnd.dispatchEvent(new Event('ended'));
  throw problem;
}

/** The path with its parameters, and what is asked for as a query; what is undefined is left out. */
export function addressOf(path: string, { params = {}, query = {} }: { params?: object; query?: object }): string {
  const named = params as Record<string, unknown>;
  const place = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(named[name])));
  const wanted = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(wanted.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${place}?${search}` : place;
}

/** The answer may be lost on the way, or the same key still be in hand: then the same request once more, with its key. */
async function askPatiently(address: string, request: RequestInit): Promise<Response> {
  for (const pauseMs of [...pauses, undefined]) {
    const answer = await fetch(address, request).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      return undefined;
    });
    if (answer && !(await isInHand(answer))) return answer;
    if (pauseMs === undefined) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new CallFailed(0, 'no-answer', say('frame.noAnswer'));
}

async function isInHand(answer: Response): Promise<boolean> {
  if (answer.status === 503) return true;
  if (answer.status !== 409) return false;
  return (await readProblem(answer.clone())).kind === 'in-flight';
}

/** A proxy may answer with a page of its own; then there is no sentence but ours. */
async function readProblem(answer: Response): Promise<CallFailed> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (body === null || typeof body !== 'object' || !('title' in body)) {
    return new CallFailed(answer.status, 'fault', say('frame.fault', { status: answer.status }));
  }
  const { type, title, ...fields } = body as { type?: string; title: string };
  return new CallFailed(answer.status, String(type ?? '').replace('/problems/', ''), title, fields);
}

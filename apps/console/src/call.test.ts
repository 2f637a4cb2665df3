import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineRoute } from '@zhengtong/kernel';
import Type from 'typebox';
import { addressOf, CallFailed, call, sessionEnd } from './call.ts';

const Act = defineRoute({
  method: 'POST',
  path: '/api/things/:id/actions',
  summary: 'Act (办理)',
  allow: ['clerk'],
  params: Type.Object({ id: Type.String() }),
  body: Type.Object({ text: Type.String() }),
  response: Type.Object({ done: Type.Boolean() }),
});

const asked = { params: { id: 'a/b' }, body: { text: '好' } };
type Sent = { address: string; key: string | undefined };

/** Answers in turn; `undefined` is an answer lost on the way. */
async function withAnswers<T>(answers: (Response | undefined)[], work: () => Promise<T>): Promise<[T, Sent[]]> {
  const sent: Sent[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (address, request) => {
    const key = new Headers(request?.headers).get('idempotency-key') ?? undefined;
    sent.push({ address: String(address), key });
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('fetch failed'));
  };
  try {
    return [await work(), sent];
  } finally {
    globalThis.fetch = real;
  }
}

const problem = (status: number, kind: string, more = {}) =>
  Response.json({ type: `/problems/${kind}`, title: '请先认领这个办件', status, ...more }, { status });

const failing = (work: () => Promise<unknown>) => async (): Promise<CallFailed> => {
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof CallFailed);
  return error;
};

test('parameters and queries are written into the address safely, and what is undefined is left out', () => {
  assert.equal(addressOf('/a/:id', { params: { id: '甲/乙' } }), '/a/%E7%94%B2%2F%E4%B9%99');
  assert.equal(
    addressOf('/a', { query: { words: '风 车', after: undefined, status: '' } }),
    '/a?words=%E9%A3%8E+%E8%BD%A6',
  );
});

test('a command whose answer was lost goes out again under the same key', async () => {
  const [answer, sent] = await withAnswers([undefined, Response.json({ done: true })], () => call(Act, asked));
  assert.deepEqual(answer, { done: true });
  assert.equal(sent[0]?.address, '/api/things/a%2Fb/actions');
  assert.ok(sent[0]?.key);
  assert.equal(sent[0].key, sent[1]?.key);
});

test('a refusal is the server’s own sentence with its fields, and is not repeated', async () => {
  const [error, sent] = await withAnswers(
    [problem(409, 'not-claimed', { heldBy: '李' })],
    failing(() => call(Act, asked)),
  );
  assert.deepEqual([error.kind, error.message, error.fields.heldBy], ['not-claimed', '请先认领这个办件', '李']);
  assert.equal(sent.length, 1);
});

test('an answer that is no problem document still becomes a sentence', async () => {
  const [error] = await withAnswers(
    [new Response('<h1>Bad gateway</h1>', { status: 502 })],
    failing(() => call(Act, asked)),
  );
  assert.equal(error.kind, 'fault');
  assert.match(error.message, /502/);
});

test('the end of a session is told once to whoever listens', async () => {
  let told = 0;
  const listen = () => told++;
  sessionEnd.addEventListener('ended', listen);
  await withAnswers(
    [problem(401, 'not-signed-in')],
    failing(() => call(Act, asked)),
  );
  sessionEnd.removeEventListener('ended', listen);
  assert.equal(told, 1);
});

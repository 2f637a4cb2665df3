import assert from 'node:assert/strict';
import test from 'node:test';
import { defineRoute, newId, ok, refuse } from '@zhengtong/kernel';
import Type from 'typebox';
import type { Actor } from '../context.ts';
import { person, staff, testWorld } from '../test/index.ts';
import type { App } from './app.ts';
import { describeApi } from './openapi.ts';
import { problemBody } from './problems.ts';
import { serve } from './serve.ts';

const GreetRoute = defineRoute({
  method: 'POST',
  path: '/api/greetings/:name',
  summary: 'Greet (问候)',
  allow: ['clerk'],
  params: Type.Object({ name: Type.String({ maxLength: 20 }) }),
  body: Type.Object({ loud: Type.Boolean() }),
  response: Type.Object({ text: Type.String() }),
});

const module = {
  name: 'greeting',
  migrations: new URL('../../migrations/', import.meta.url),
  routes: (app: App) =>
    serve(
      app,
      GreetRoute,
      async (_ctx, { params, body }) => {
        if (params.name === 'fault') throw new Error('secret inner sentence');
        if (params.name === 'rude') return refuse({ kind: 'rude-name', name: params.name });
        return ok({ text: body.loud ? 'HELLO' : 'hello', secret: 'never leaves' });
      },
      { 'rude-name': { status: 422, zh: '不礼貌的名字', en: 'A rude name' } },
    ),
};
// Its tables are the platform's own; only its route is under test.
const greeting = { ...module, name: 'platform' };

const about = { version: '1', description: '', groups: [], securitySchemes: {}, securityOf: () => ['token'] };
const ask = (name: string, more = {}) => ({ as: staff('clerk'), params: { name }, body: { loud: true }, ...more });

test('a body that never ends is not waited for for ever', async (t) => {
  const { app } = await testWorld(t, { modules: [greeting] });
  const most = app.http.server.requestTimeout;
  assert.ok(most > 0 && most <= 600_000, `${most} ms`);
});

test('only declared fields leave', async (t) => {
  const world = await testWorld(t, { modules: [greeting] });
  assert.deepEqual((await world.call(GreetRoute, ask('Ann'))).body, { text: 'HELLO' });
});

test("a refusal is a problem document in the reader's language with its own fields", async (t) => {
  const world = await testWorld(t, { modules: [greeting] });
  const { status, body } = await world.call(GreetRoute, ask('rude'));
  const { requestId, ...rest } = body;
  assert.equal(status, 422);
  assert.ok(requestId);
  assert.deepEqual(rest, { type: '/problems/rude-name', title: '不礼貌的名字', status: 422, name: 'rude' });
});

test('no field of a refusal takes the place of a member of the standard', () => {
  const odd = { kind: 'rude-name', status: 'delivered', type: 'odd', requestId: 'odd' } as unknown as { kind: string };
  const body = problemBody(odd, { status: 422, zh: '不礼貌', en: 'Rude' }, 'en', 'r1');
  assert.deepEqual(JSON.parse(body), { type: '/problems/rude-name', title: 'Rude', status: 422, requestId: 'r1' });
});

test('a fault says nothing of its inside', async (t) => {
  const world = await testWorld(t, { modules: [greeting] });
  const { status, body } = await world.call(GreetRoute, ask('fault'));
  assert.equal(status, 500);
  assert.doesNotMatch(JSON.stringify(body), /secret|stack|Error/);
});

test('what was done for oneself under a key is no answer to the same asked for a firm', async (t) => {
  const world = await testWorld(t, { modules: [greeting] });
  const who = staff('clerk');
  const say = async (as: Actor) => (await world.call(GreetRoute, ask('Ann', { as, key: 'k' }))).body;
  assert.deepEqual(await say(who), { text: 'HELLO' });
  assert.deepEqual(await say(who), { text: 'HELLO' });
  assert.equal((await say({ ...who, firmId: newId() })).type, '/problems/other-body');
});

test('strangers and the wrong posts do not pass', async (t) => {
  const world = await testWorld(t, { modules: [greeting] });
  assert.equal((await world.call(GreetRoute, ask('Ann', { as: undefined }))).status, 401);
  assert.equal((await world.call(GreetRoute, ask('Ann', { as: person() }))).status, 403);
  assert.equal((await world.call(GreetRoute, ask('Ann', { as: staff('auditor') }))).status, 403);
});

test('an undeclared field, NUL, a lone surrogate and a missing key are each told', async (t) => {
  const world = await testWorld(t, { modules: [greeting] });
  for (const body of [{ loud: true, admin: true }, { loud: 'yes' }, { loud: true, '\0': 1 }, { loud: '\ud800' }]) {
    assert.equal((await world.call(GreetRoute, ask('Ann', { body }))).status, 400, JSON.stringify(body));
  }
  const halved = await world.call(GreetRoute, ask('Ann', { body: { loud: true, words: { first: ['a', 'b\0'] } } }));
  assert.match(String(halved.body.detail), /^\/words\/first\/1 里有存不下来的字符/);
  assert.equal((await world.call(GreetRoute, ask('Ann', { key: ' ' }))).body.type, '/problems/idempotency-key-missing');
});

test('a command from another site is refused', async (t) => {
  const world = await testWorld(t, { modules: [greeting] });
  const clerk = staff('clerk');
  await world.call(GreetRoute, ask('Ann', { as: clerk }));
  const response = await world.app.http.inject({
    method: 'POST',
    url: '/api/greetings/Ann',
    headers: { origin: 'https://evil.example', 'x-test-actor': clerk.id, 'idempotency-key': 'a' },
    payload: { loud: true },
  });
  assert.equal(response.json().type, '/problems/foreign-origin');
});

test('a route that does not say who may call it does not start', async (t) => {
  const world = await testWorld(t, { modules: [] });
  assert.throws(() => world.app.http.get('/open', async () => 'x'), /does not say who may call it/);
});

test('the API description names every route with who may call it and what it refuses', async (t) => {
  const world = await testWorld(t, { modules: [greeting] });
  const api = describeApi(world.app.routes, about) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  const post = api.paths['/api/greetings/{name}']?.post;
  assert.deepEqual(post?.['x-allow'], ['clerk']);
  assert.ok(Object.hasOwn(post?.responses ?? {}, '422'));
});

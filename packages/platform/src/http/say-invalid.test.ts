import assert from 'node:assert/strict';
import test from 'node:test';
import { defineRoute, ok } from '@zhengtong/kernel';
import fc from 'fast-check';
import Type from 'typebox';
import { staff, testWorld } from '../test/index.ts';
import type { App } from './app.ts';
import { serve } from './serve.ts';
import { compileValidator } from './validate.ts';

const kinds = ['accept', 'refuse', 'ask', 'pass', 'claim', 'leave', 'hold', 'close'] as const;

const PaintRoute = defineRoute({
  method: 'POST',
  path: '/api/paintings',
  summary: 'Paint (刷)',
  allow: ['clerk'],
  body: Type.Object({
    how: Type.Union(
      kinds.map((kind) => Type.Object({ kind: Type.Literal(kind), reason: Type.String({ minLength: 2 }) })),
    ),
    colour: Type.Optional(Type.Union(kinds.map((kind) => Type.Literal(kind)))),
    name: Type.Optional(Type.Union([Type.String({ maxLength: 3 }), Type.Null()])),
    walls: Type.Optional(Type.Array(Type.Object({ width: Type.Integer({ minimum: 1 }) }))),
  }),
  response: Type.Object({}),
});
const painting = {
  name: 'platform',
  migrations: new URL('../../migrations/', import.meta.url),
  routes: (app: App) => serve(app, PaintRoute, async () => ok({}), {}),
};

test('a wrong body is told once, by member and by what may stand there, in the language of the reader', async (t) => {
  const world = await testWorld(t, { modules: [painting] });
  const as = staff('clerk');
  const ask = async (payload: object, language: string) => {
    const headers = { 'x-test-actor': as.id, 'idempotency-key': 'k', 'accept-language': language };
    const answer = await world.app.http.inject({ method: 'POST', url: '/api/paintings', headers, payload });
    return answer.json().detail;
  };
  await world.call(PaintRoute, { as, body: { how: { kind: 'accept', reason: 'ok' } } as never });
  const how = { kind: 'accept', reason: 'ok' };
  for (const [body, zh, en] of [
    [
      { how: { ...how, kind: 'x' } },
      `/how/kind 只能是 ${kinds.join('、')}`,
      `/how/kind can only be ${kinds.join(', ')}`,
    ],
    [{ how: { reason: 'ok' } }, '/how 缺少“kind”', '/how lacks "kind"'],
    [{ how: { kind: 'pass' } }, '/how 缺少“reason”', '/how lacks "reason"'],
    [{ how: { kind: 'hold', reason: '1' } }, '/how/reason 至少 2 个字', '/how/reason takes at least 2 characters'],
    [
      { how: { ...how, admin: 1 } },
      '/how 没有“admin”这个栏目，请核对拼写',
      '/how has no member "admin"; check the spelling',
    ],
    [{ how, colour: 'x' }, `/colour 只能是 ${kinds.join('、')}`, `/colour can only be ${kinds.join(', ')}`],
    [{ how, name: 'long' }, '/name 最多 3 个字', '/name takes at most 3 characters'],
    [{ how, name: 3 }, '/name 应为文字或空值', '/name must be text or null'],
    [{ how, walls: [{ width: 0 }] }, '/walls/0/width 不能小于 1', '/walls/0/width cannot be less than 1'],
    [{}, '/ 缺少“how”', '/ lacks "how"'],
    [{ how: 'x' }, '/how 应为对象', '/how must be an object'],
  ] as const) {
    assert.equal(await ask(body, 'zh-CN'), zh);
    assert.equal(await ask(body, 'en'), en);
  }
});

test('whatever is sent, one line says it, without a word of Ajv in Chinese and nothing said twice', () => {
  const check = compileValidator({ schema: PaintRoute.body, httpPart: 'body', method: 'POST', url: '/' });
  const part = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.record({ kind: fc.constantFrom(...kinds, 'x') }));
  fc.assert(
    fc.property(
      fc.record({ how: part, colour: part, name: part, walls: fc.array(part) }, { requiredKeys: [] }),
      (body) => {
        const answer = check(structuredClone(body)) as { error?: { about: { zh: string; en: string } } };
        if (!answer.error) return;
        assert.match(answer.error.about.zh, /^\/\S* \S/);
        assert.doesNotMatch(answer.error.about.zh, /must|undefined/);
        assert.doesNotMatch(answer.error.about.en, /undefined|accept.*accept/);
      },
    ),
  );
});

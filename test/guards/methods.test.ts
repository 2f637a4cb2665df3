import assert from 'node:assert/strict';
import test from 'node:test';
import { newId, roles } from '@zhengtong/kernel';
import { actorOf, furnish, type WholeHouse, wholeHouse } from './whole-house.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const fill = (url: string): string => url.replace(/:\w+/g, newId()).replace('*', 'x');

/** What each address takes, by its pattern. */
const takenBy = ({ doors }: WholeHouse) =>
  [...Map.groupBy(doors, ({ url }) => url)].map(([url, found]) => ({
    url,
    found,
    taken: found.map((one) => one.method),
  }));

test('every address says in every wrong way of asking which ways are right', async (t) => {
  const house = await wholeHouse(t);
  for (const { url, taken, found } of takenBy(house)) {
    const isOpen = found.some(({ method, allow }) => method === 'GET' && allow.includes('public'));
    const right = ['GET', 'HEAD', ...methods.slice(1)].filter((one) => (one === 'HEAD' ? isOpen : taken.includes(one)));
    for (const method of methods.filter((one) => !taken.includes(one))) {
      const { statusCode, headers } = await house.app.http.inject({ method, url: fill(url) });
      assert.deepEqual([statusCode, headers.allow], [405, right.join(', ')], `${method} ${url}`);
    }
  }
});

test('the head alone is told where anybody may look, and nowhere behind a sign-in', async (t) => {
  const house = await wholeHouse(t);
  const { staff, person } = await furnish(house.world);
  for (const { method, url, allow } of house.doors) {
    if (method !== 'GET') continue;
    const role = roles.find((one) => allow.includes(one)) ?? 'public';
    const actor = role === 'person' ? person : (staff.get(role) ?? actorOf(role));
    const ask = (way: 'GET' | 'HEAD') =>
      house.app.http.inject({ method: way, url: fill(url), headers: house.as(actor) });
    const head = await ask('HEAD');
    assert.equal(head.body, '', url);
    const expected = allow.includes('public') ? (await ask('GET')).statusCode : 405;
    assert.equal(head.statusCode, expected, url);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpRegister } from './http-register.ts';
import { givenRegister } from './test.ts';

const number = '11010519491231002X';

test('a register is asked with name and number in the body, never in the address', async (t) => {
  const { asked, url } = await givenRegister(t, 200, '{"matches":true}');
  assert.equal(await httpRegister(url).matches('王小明', number), 'match');
  assert.deepEqual(asked, [['POST', '/check', { name: '王小明', residentNumber: number }]]);
});

test('only a plain yes or no of the register counts; anything else leaves the person to try later', async (t) => {
  const said: [number, string, string][] = [
    [200, '{"matches":false}', 'no-match'],
    [200, '{"matches":"true"}', 'away'],
    [200, 'null', 'away'],
    [200, '<html>', 'away'],
    [200, `{"matches":true,"more":"${'x'.repeat(70_000)}"}`, 'away'],
    [404, '{"matches":false}', 'away'],
    [500, '{"matches":true}', 'away'],
    [302, '', 'away'],
  ];
  for (const [status, body, expected] of said) {
    const { url } = await givenRegister(t, status, body);
    assert.equal(await httpRegister(url).matches('王小明', number), expected, `${status} ${body.slice(0, 30)}`);
  }
  assert.equal(await httpRegister('http://127.0.0.1:1/').matches('王小明', number), 'away');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpFirmRegister } from './http-firm-register.ts';
import { givenRegister } from './test.ts';

const creditCode = '91990100MA0990012H';
const who = { name: '王小明', residentNumber: '11010519491231002X' };

test('the register of firms is asked in the body, and a plain answer with a name counts', async (t) => {
  const { asked, url } = await givenRegister(t, 200, '{"matches":true,"firmName":" 示例市\\u202e青禾茶业有限公司 "}');
  assert.deepEqual(await httpFirmRegister(url).represents(creditCode, who), {
    kind: 'match',
    name: '示例市青禾茶业有限公司',
  });
  assert.deepEqual(asked, [['POST', '/check', { creditCode, ...who }]]);
});

test('an answer that is none leaves the person to try later', async (t) => {
  const said: [number, string, string][] = [
    [200, '{"matches":false}', 'no-match'],
    [200, '{"matches":true}', 'away'],
    [200, '{"matches":true,"firmName":"  "}', 'away'],
    [200, '{"matches":"true","firmName":"x"}', 'away'],
    [200, 'null', 'away'],
    [404, '{"matches":false}', 'away'],
    [302, '', 'away'],
  ];
  for (const [status, body, expected] of said) {
    const { url } = await givenRegister(t, status, body);
    assert.equal((await httpFirmRegister(url).represents(creditCode, who)).kind, expected, `${status} ${body}`);
  }
  assert.equal((await httpFirmRegister('http://127.0.0.1:1/').represents(creditCode, who)).kind, 'away');
});

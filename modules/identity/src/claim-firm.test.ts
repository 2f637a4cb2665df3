import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { type Actor, inRead, listReadsOf } from '@zhengtong/platform';
import { testWorld, type World } from '@zhengtong/platform/test';
import { claimFirm, demoFirmRegister, type FirmRegister, identityModule, listFirmsOf, subjectOf } from './index.ts';
import { givenPerson } from './test.ts';

const creditCode = '91990100MA0990012H';
const firm = { creditCode, name: '示例市青禾茶业有限公司', representative: '王小明' };
const register = demoFirmRegister([firm]);
const open = (t: TestContext) => testWorld(t, { modules: [identityModule] });

async function claim(world: World, actor: Actor, asked: FirmRegister = register, code = creditCode) {
  const claimed = await claimFirm(world.setting, actor, asked, code);
  return claimed.ok ? claimed.value.name : claimed.refusal.kind;
}
const firmsOf = async (world: World, actor: Actor) =>
  (await inRead(world.setting, actor, (ctx) => listFirmsOf(ctx, actor.id))).map(({ name }) => name);

test('whom the register names acts for the firm under its registered name, and asking again changes nothing', async (t) => {
  const world = await open(t);
  const wang = await givenPerson(world);
  assert.equal(await claim(world, wang), firm.name);
  assert.equal(await claim(world, wang, register, ` ${creditCode.toLowerCase()} `), firm.name);
  assert.deepEqual(await firmsOf(world, wang), [firm.name]);
});

test('nobody else comes to act for it, whether there is such a firm or not', async (t) => {
  const world = await open(t);
  const lin = await givenPerson(world, { name: '林桂芳' });
  assert.equal(await claim(world, lin), 'no-match');
  assert.equal(await claim(world, lin, register, '91990100MA0990004N'), 'no-match');
  assert.equal(await claim(world, lin, register, '91990100MA0990012X'), 'code-malformed');
  assert.deepEqual(await firmsOf(world, lin), []);
});

test('a new legal representative by the register takes the firm over from the last', async (t) => {
  const world = await open(t);
  const [wang, lin] = [await givenPerson(world), await givenPerson(world, { name: '林桂芳' })];
  await claim(world, wang);
  const changed = demoFirmRegister([{ ...firm, representative: '林桂芳' }]);
  assert.equal(await claim(world, lin, changed), firm.name);
  assert.deepEqual([await firmsOf(world, wang), await firmsOf(world, lin)], [[], [firm.name]]);
});

test('codes are not tried in a row: the seventh is not asked for, and an absent register costs nobody a try', async (t) => {
  const world = await open(t);
  const lin = await givenPerson(world, { name: '林桂芳' });
  let asked = 0;
  const away: FirmRegister = { represents: async () => ({ kind: 'away' }) };
  const counting: FirmRegister = {
    represents: async () => {
      asked++;
      return { kind: 'no-match' };
    },
  };
  for (let i = 0; i < 8; i++) assert.equal(await claim(world, lin, away), 'register-away');
  const said = await Promise.all(Array.from({ length: 20 }, () => claim(world, lin, counting)));
  assert.equal(said.filter((kind) => kind === 'no-match').length, asked);
  assert.equal(asked, 6);
  assert.ok(said.includes('locked'));
});

test('what went to the register stands in the log its owner reads', async (t) => {
  const world = await open(t);
  const wang = await givenPerson(world);
  await claim(world, wang);
  const reads = await inRead(world.setting, wang, (ctx) => listReadsOf(ctx, subjectOf(ctx, wang.id), undefined, 10));
  assert.deepEqual(
    reads.map(({ purpose, fields }) => [purpose, fields]),
    [['核对企业的法定代表人', ['name', 'residentNumber']]],
  );
});

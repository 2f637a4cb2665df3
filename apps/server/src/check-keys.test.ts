import assert from 'node:assert/strict';
import test from 'node:test';
import { addVerifiedPerson, identityModule } from '@zhengtong/identity';
import { deriveKeys, systemActor } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { checkKeys } from './check-keys.ts';
import { addAdministrator } from './operator/add-administrator.ts';

const key = (name: string, fill: number) => ({ name, secret: Buffer.alloc(32, fill) });
const [old, next, strange] = [key('k1', 1), key('k2', 2), key('k1', 3)];
const refused = /do not open what is in this database: .* the newest first/;

test('strange keys, one key of two, or two in the wrong order are refused before anything is written', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const { db } = world.setting;
  const check = (...masters: (typeof old)[]) => checkKeys({ tx: db, keys: deriveKeys(masters) });
  await check(strange);
  const under = (...masters: (typeof old)[]) => ({ ...world.setting, keys: deriveKeys(masters) });
  const admin = { divisionCode: '990100', organisationName: '示例市行政审批局', password: 'tea-and-rain-四季' };
  await addAdministrator(under(old), { ...admin, account: 'feng', name: '冯管理' }, '990100');
  await check(old);
  await assert.rejects(check(strange), refused);
  await check(next, old);
  await addAdministrator(under(next, old), { ...admin, account: 'chen', name: '陈管理' }, '990100');
  await assert.rejects(check(old), refused);
  Object.assign(world.setting, under(next, old));
  const person = { name: '王小明', residentNumber: '990100199001010012', phone: '13900000001' };
  await world.with(systemActor('test'), (ctx) => addVerifiedPerson(ctx, person));
  await check(next, old);
  await assert.rejects(check(old, next), refused);
});

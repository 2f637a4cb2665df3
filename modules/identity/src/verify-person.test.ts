import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { inRead, nobody } from '@zhengtong/platform';
import { person, testWorld } from '@zhengtong/platform/test';
import { identityModule, type PersonRegister, requestCode, signInByCode, takeCode, verifyPerson } from './index.ts';

test('a name is looked up without marks nobody sees: turned text and hidden letters make no second name', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const at = { phone: '13900000001', address: '192.0.2.7' };
  const { codeId } = must(await world.run(nobody, (ctx) => requestCode(ctx, at)));
  const code = (await inRead(world.setting, nobody, (ctx) => takeCode(ctx, codeId)))?.code ?? '';
  const { personId } = must(await world.run(nobody, (ctx) => signInByCode(ctx, { ...at, codeId, code })));
  const asked: string[] = [];
  const register: PersonRegister = {
    demoAreas: ['990000'],
    matches: async (name) => {
      asked.push(name);
      return 'match';
    },
  };
  const who = { name: ' \u202e王\u200b小\u0007𠮷\u202c ', residentNumber: '990100199001010012' };
  assert.ok((await verifyPerson(world.setting, person({ id: personId }), register, who)).ok);
  assert.deepEqual(asked, ['王小𠮷']);
});

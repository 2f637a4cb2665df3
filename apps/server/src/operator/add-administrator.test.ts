import assert from 'node:assert/strict';
import test from 'node:test';
import { identityModule, listOrganisations, signInStaff, totpAt } from '@zhengtong/identity';
import { must } from '@zhengtong/kernel';
import { nobody } from '@zhengtong/platform';
import { reading, testWorld } from '@zhengtong/platform/test';
import { addAdministrator, sayAddRefusal } from './add-administrator.ts';
import { readFirstLine } from './ask.ts';

const given = {
  account: 'feng',
  name: '冯管理',
  divisionCode: '990100',
  organisationName: '示例市行政审批局',
  password: 'tea-and-rain-四季',
};

test('the first administrator signs in with the password and a code of the secret shown once', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const { totpSecret, totpUri } = must(await addAdministrator(world.setting, given, '990100'));
  assert.match(totpUri, /^otpauth:\/\/totp\//);
  const { account, password } = given;
  const totp = totpAt(totpSecret, world.now);
  assert.equal((await signInStaff(world.setting, nobody, { account, password, totp, address: '127.0.0.1' })).ok, true);
});

test('an organisation that is there already is used, not made again', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  must(await addAdministrator(world.setting, given, '990100'));
  must(await addAdministrator(world.setting, { ...given, account: 'feng2' }, '990100'));
  assert.equal((await reading(world, nobody, (ctx) => listOrganisations(ctx, '990100'))).length, 1);
});

test('what will not do is said in both languages, and nothing is left behind', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  for (const wrong of [
    { account: 'a b' },
    { divisionCode: '99' },
    { divisionCode: '990200' },
    { creditCode: '11990100MB0000000X' },
    { name: ' ' },
    { password: 'short' },
  ]) {
    const added = await addAdministrator(world.setting, { ...given, ...wrong }, '990100');
    assert.match(added.ok ? '' : sayAddRefusal(added.refusal), /。 · [A-Z]/);
  }
  assert.equal((await reading(world, nobody, (ctx) => listOrganisations(ctx, '990100'))).length, 0);
  must(await addAdministrator(world.setting, given, '990100'));
  const again = await addAdministrator(world.setting, given, '990100');
  assert.equal(!again.ok && again.refusal.kind, 'account-taken');
});

test('the credit code given is kept with the organisation, made now or there already, and is no other body’s', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const creditCode = '91990100MA0990012H';
  must(await addAdministrator(world.setting, given, '990100'));
  must(await addAdministrator(world.setting, { ...given, account: 'feng2', creditCode }, '990100'));
  const [only] = await reading(world, nobody, (ctx) => listOrganisations(ctx, '990100'));
  assert.deepEqual(
    only?.codes.map(({ code }) => code),
    [creditCode],
  );
  const other = { ...given, account: 'feng3', organisationName: '示例市公安局', creditCode };
  const refused = await addAdministrator(world.setting, other, '990100');
  assert.match(refused.ok ? '' : sayAddRefusal(refused.refusal), /代码是“示例市行政审批局”的/);
});

test('a password handed over by a script is its first line', async () => {
  assert.equal(
    await readFirstLine(
      (async function* () {
        yield 'tea-and';
        yield '-rain\nrest';
      })(),
    ),
    'tea-and-rain',
  );
});

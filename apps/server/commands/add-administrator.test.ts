import assert from 'node:assert/strict';
import test from 'node:test';
import { identityModule, listOrganisations } from '@zhengtong/identity';
import { nobody } from '@zhengtong/platform';
import { reading, testWorld } from '@zhengtong/platform/test';
import { runCommand } from '../src/test/run-command.ts';

test('an administrator is of the city, by its setting or its code, and of no other', async (t) => {
  const world = await testWorld(t, { modules: [identityModule] });
  const add = (...more: string[]) =>
    runCommand(['add', 'administrator', '--account', 'feng', '--name', '冯某', '--organisation', '市局', ...more], {
      url: world.url,
      env: { CITY: '450100,南宁市,Nanning' },
      input: 'tea-and-rain-四季\n',
    });
  const elsewhere = await add('--division', '990100');
  assert.equal(elsewhere.code, 1);
  assert.match(elsewhere.said, /^[^\n]*450100（CITY）[^\n]*\n$/);
  const made = await add('--code', '91990100MA0990012H');
  assert.equal(made.code, 0, made.said);
  const [only] = await reading(world, nobody, (ctx) => listOrganisations(ctx, '450100'));
  assert.deepEqual(
    only?.codes.map(({ code }) => code),
    ['91990100MA0990012H'],
  );
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { identityModule, saveOrganisation } from '@zhengtong/identity';
import { must } from '@zhengtong/kernel';
import { systemActor } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { catalogueModule, endHall, importHalls, listHalls, listHallsEver, saveHall } from '../index.ts';
import { givenItem } from '../test.ts';
import { readHalls } from './read-halls.ts';

const hall = {
  name: '湖东政务服务中心',
  address: '湖滨路1号',
  phone: '0000-1',
  hours: '周一至周五 9:00–17:00',
  nameEn: 'Hudong Service Centre',
  windows: [
    { number: '3', name: '市场监管' },
    { number: 'A04', name: '综合' },
  ],
};

test('halls are kept as the file says them: again it changes them, and a window left out is gone', async (t) => {
  const world = await testWorld(t, { modules: [identityModule, catalogueModule] });
  const code = '11990000MB09900088';
  const organisation = await world.with(systemActor('test'), (ctx) =>
    saveOrganisation(ctx, { divisionCode: '990100', name: '示例市市场监督管理局', codes: [code] }),
  );
  const give = (given: unknown) =>
    world.run(systemActor('operator'), (ctx) => importHalls(ctx, given, organisation.divisionCode));
  const kept = () => world.with(systemActor('test'), (ctx) => listHalls(ctx, organisation.divisionCode));

  assert.deepEqual(must(await give([hall])), [hall.name]);
  const first = await kept();
  const changed = { ...hall, phone: '0000-2', windows: [{ number: '3', name: '市场监管', organisation: code }] };
  must(await give([changed]));
  const [second, ...more] = await kept();
  assert.equal(more.length, 0);
  assert.equal(second?.id, first[0]?.id);
  assert.equal(second?.phone, '0000-2');
  assert.deepEqual(
    second?.windows.map(({ number, organisationId }) => [number, organisationId]),
    [['3', organisation.id]],
  );

  const strange = { ...hall, phone: '0000-3', windows: [{ number: '3', name: 'x', organisation: 'NOBODY' }] };
  const refused = await give([strange]);
  assert.ok(!refused.ok && refused.refusal.problems[0]?.startsWith('1.windows.1.organisation'));
  assert.deepEqual((await kept())[0]?.phone, '0000-2');
});

test('every mistake of a list is told at once, with its place', () => {
  const windows = [
    { number: 3, name: '' },
    { number: 'A', name: 'x', organisation: 7 },
    { number: 'A', name: 'y' },
    null,
  ];
  const read = readHalls([{ ...hall, phone: '', windows }, hall, hall, { ...hall, nameEn: 1, windows: '3' }, null]);
  const places = read.ok ? [] : read.refusal.problems.map((problem) => problem.split('：')[0]);
  for (const at of [
    '1.phone',
    '1.windows.1.number',
    '1.windows.1.name',
    '1.windows.2.organisation',
    '1.windows',
    '1.windows.4.number',
    '4.nameEn',
    '4.windows',
    '5.name',
    '.',
  ])
    assert.ok(places.includes(at), at);
});

test('an entry the list does not know is told by its place, and spaces round a text are none of it', () => {
  const windows = [{ number: '3', name: '综合 ', organization: 'X' }];
  const read = readHalls([{ ...hall, adress: '湖滨路2号', windows }]);
  assert.deepEqual(read.ok ? [] : read.refusal.problems.map((problem) => problem.split('：')[0]), [
    '1.adress',
    '1.windows.1.organization',
  ]);
  assert.ok(!read.ok && /name, address, phone, hours/.test(read.refusal.problems[0] ?? ''));
  const spaced = { ...hall, name: ` ${hall.name}　`, windows: [{ number: '3', name: '综合 ' }] };
  assert.deepEqual(must(readHalls([spaced])), [{ ...hall, windows: [{ number: '3', name: '综合' }] }]);
  const twice = readHalls([hall, spaced]);
  assert.ok(!twice.ok && /occurs twice/.test(twice.refusal.problems[0] ?? ''));
});

test('a hall that ended is listed no longer and keeps its row; its guides are told, and a file brings it back', async (t) => {
  const world = await testWorld(t, { modules: [identityModule, catalogueModule] });
  const item = await givenItem(world, { windows: [{ hall: hall.name, address: hall.address }] });
  const { divisionCode } = item;
  const give = () => world.run(systemActor('operator'), (ctx) => importHalls(ctx, [hall], divisionCode));
  const end = (name: string) => world.run(systemActor('operator'), (ctx) => endHall(ctx, { divisionCode, name }));
  const names = (list: typeof listHalls) =>
    world.with(systemActor('test'), async (ctx) => (await list(ctx, divisionCode)).map(({ name }) => name));
  must(await give());
  const unknown = await end('湖西政务服务中心');
  assert.deepEqual(unknown.ok ? [] : unknown.refusal.names, [hall.name]);
  assert.deepEqual(must(await end(hall.name)).itemsNaming, [item.name]);
  assert.deepEqual([await names(listHalls), await names(listHallsEver)], [[], [hall.name]]);
  assert.ok(!(await end(hall.name)).ok, 'it ends once');
  must(await give());
  assert.deepEqual(await names(listHalls), [hall.name]);
});

test('halls kept with spaces round their names lose them; of two that become one both can still be ended and changed', async (t) => {
  const world = await testWorld(t, { modules: [identityModule, catalogueModule] });
  const divisionCode = '990100';
  const keep = async (name: string, isEnded = false) => {
    const id = await world.with(systemActor('test'), (ctx) =>
      saveHall(ctx, { divisionCode, name, address: '湖滨路1号', phone: '0000-1', hours: '周一至周五', windows: [] }),
    );
    if (isEnded) await sql`update catalogue.halls set is_ended = true where id = ${id}`.execute(world.db);
    return id;
  };
  const [east, eastAgain] = [await keep('\u3000湖东大厅 '), await keep('湖东大厅')];
  const [west, westOpen, westThird] = [await keep('湖西大厅', true), await keep('湖西大厅\t'), await keep(' 湖西大厅')];
  const [taken, north, blank] = [await keep('湖东大厅（2）'), await keep('\u00a0湖北大厅\ufeff'), await keep(' ')];
  const spaced = await keep('湖 南大厅 ');
  const migration = new URL('../../migrations/0007_halls_trimmed.sql', import.meta.url);
  for (let again = 0; again < 2; again++) {
    await sql.raw(readFileSync(migration, 'utf8')).execute(world.db);
    const halls = await world.with(systemActor('test'), (ctx) => listHallsEver(ctx, divisionCode));
    assert.deepEqual(Object.fromEntries(halls.map(({ id, name }) => [id, name])), {
      [east]: `湖东大厅（${east}）`,
      [eastAgain]: '湖东大厅',
      [taken]: '湖东大厅（2）',
      [westOpen]: '湖西大厅',
      [westThird]: '湖西大厅（2）',
      [west]: '湖西大厅（3）',
      [north]: '湖北大厅',
      [spaced]: '湖 南大厅',
      [blank]: ' ',
    });
  }
  for (const name of ['湖东大厅', `湖东大厅（${east}）`, '湖西大厅（2）'])
    must(await world.run(systemActor('operator'), (ctx) => endHall(ctx, { divisionCode, name })));
  must(
    await world.run(systemActor('operator'), (ctx) => importHalls(ctx, [{ ...hall, name: '湖西大厅' }], divisionCode)),
  );
  const [open] = (await world.with(systemActor('test'), (ctx) => listHalls(ctx, divisionCode))).filter(
    ({ name }) => name === '湖西大厅',
  );
  assert.deepEqual([open?.id, open?.address], [westOpen, hall.address]);
});

test('what is there and cannot be kept is not told to be missing', () => {
  const said = (changed: object): string => {
    const read = readHalls([{ ...hall, ...changed }]);
    return read.ok ? '' : read.refusal.problems.join('\n');
  };
  assert.match(said({ phone: null }), /^1\.phone：没有电话 · there is no phone$/);
  for (const phone of [80010000, '0'.repeat(301), '1\0', '1\ud800'])
    assert.match(said({ phone }), /^1\.phone：电话应为加引号的文字，.+ · must be text in quotes,/);
  assert.match(said({ windows: [{ number: '3\0', name: '综合' }] }), /^1\.windows\.1\.number：/);
  assert.match(said({ windows: [{ number: '3', name: 3 }] }), /^1\.windows\.1\.name：.+ · there must be a name/);
});

test('whatever is written in the file, it is taken or told why not', () => {
  const mapped = Object.fromEntries(
    Object.entries(hall).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.jsonValue())]),
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.record(mapped, { requiredKeys: [] }))), (given) => {
      const read = readHalls(given);
      assert.ok(read.ok || read.refusal.problems.every((problem) => / · /.test(problem)));
    }),
  );
});

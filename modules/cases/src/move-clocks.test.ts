import assert from 'node:assert/strict';
import test from 'node:test';
import { givenLocalDays } from '@zhengtong/calendar/test';
import { type CivilDate, type Instant, must, toInstant } from '@zhengtong/kernel';
import { listLetters } from '@zhengtong/messages';
import type { Actor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { sayDay } from '@zhengtong/standards';
import { type ClockView, GetCase } from './contract.ts';
import { composeLetter } from './letters/compose-letter.ts';
import { readOwnLetter } from './letters/read-letter.ts';
import { runCommand } from './run-command.ts';
import { casesWorld } from './test.ts';

type Scene = Awaited<ReturnType<typeof casesWorld>>;

const accept = async ({ world, clerk }: Scene, caseId: string) => {
  const at = { divisionCode: '990100', caseId };
  for (const kind of ['claim', 'accept'] as const) must(await world.run(clerk, (ctx) => runCommand(ctx, at, { kind })));
};

async function clocksOf({ world }: Scene, as: Actor, caseId: string): Promise<Record<string, ClockView>> {
  const { body } = await world.call(GetCase, { as, params: { caseId } });
  return Object.fromEntries((body.clocks as ClockView[]).map((clock) => [clock.name, clock]));
}

/** Past the moment in which commands that began before the announcement may still end. */
async function settle({ world }: Scene) {
  await world.drain();
  world.now = toInstant(Date.parse(world.now) + 10_000);
  await world.drain();
}

const printed = async ({ world, applicant }: Scene, caseId: string) =>
  JSON.stringify(
    composeLetter(
      must(await reading(world, applicant, (ctx) => readOwnLetter(ctx, caseId, 'acceptance'))),
      'https://x',
    ),
  );

test('a local holiday published late moves open cases, tells the citizen, and every day says by which document', async (t) => {
  const scene = await casesWorld(t);
  const { world, clerk, applicant } = scene;
  const caseId = await scene.file();
  await accept(scene, caseId);
  const before = await clocksOf(scene, clerk, caseId);
  const letter = await printed(scene, caseId);
  world.now = '2026-09-21T03:00:00.000Z' as Instant;
  // A Thursday and a Friday on the way to both last days.
  await givenLocalDays(world, 'holiday', '2026-09-24', '2026-09-25');
  await settle(scene);
  const after = await clocksOf(scene, clerk, caseId);
  assert.notEqual(after.promised?.dueOn, before.promised?.dueOn);
  const day = after.promised?.days.find(({ on }) => on === '2026-09-24');
  assert.deepEqual(day?.why.zh, '本地放假：建市节（示例市人民政府〔2026〕7号）');
  assert.equal(day?.counts, 0);
  const told = (await reading(world, applicant, (ctx) => listLetters(ctx))).find(
    ({ template }) => template === 'clock-moved',
  );
  const said = told?.zh.lines.join('') ?? '';
  const inWords = (clock?: ClockView) => sayDay(clock?.dueOn as CivilDate).zh;
  assert.ok(said.includes(`由${inWords(before.promised)}调整为${inWords(after.promised)}`), said);
  assert.ok((await world.eventNames()).includes('clock.moved'));
  // The slip of that day stays as it was handed out.
  assert.equal(await printed(scene, caseId), letter);
});

test('the moved day is exactly the one a case would have had, had the announcement been known', async (t) => {
  const [late, early] = [await casesWorld(t), await casesWorld(t)];
  const days = [
    { as: 'holiday', from: '2026-09-24', to: '2026-09-24' },
    { as: 'working', from: '2026-09-26', to: '2026-09-27' },
    { as: 'closed', from: '2026-10-09', to: '2026-10-13' },
  ] as const;
  for (const { as, from, to } of days) await givenLocalDays(early.world, as, from, to);
  const due: Record<string, string | null>[] = [];
  for (const scene of [late, early]) {
    const filed = await scene.file();
    const accepted = await scene.file();
    await accept(scene, accepted);
    if (scene === late) for (const { as, from, to } of days) await givenLocalDays(scene.world, as, from, to);
    await settle(scene);
    for (const caseId of [filed, accepted]) {
      const clocks = await clocksOf(scene, scene.clerk, caseId);
      due.push(Object.fromEntries(Object.entries(clocks).map(([name, clock]) => [name, clock.dueOn])));
    }
  }
  assert.deepEqual(due.slice(0, 2), due.slice(2));
});

test('an announcement for another city, or of one hall, moves nothing and tells nobody', async (t) => {
  const scene = await casesWorld(t);
  const caseId = await scene.file();
  await accept(scene, caseId);
  const before = await clocksOf(scene, scene.clerk, caseId);
  await givenLocalDays(scene.world, 'holiday', '2026-09-24', '2026-09-25', { divisionCode: '990200' });
  const hallId = '01920000-0000-7000-8000-00000000000a';
  await givenLocalDays(scene.world, 'closed', '2026-09-24', '2026-09-25', { hallId });
  await settle(scene);
  assert.deepEqual(await clocksOf(scene, scene.clerk, caseId), before);
  assert.ok(!(await scene.world.eventNames()).includes('clock.moved'));
});

test('more cases than are looked at once all move, and the row says what the clock says', async (t) => {
  const scene = await casesWorld(t);
  const ids: string[] = [];
  for (let i = 0; i < 43; i++) ids.push(await scene.file());
  await givenLocalDays(scene.world, 'holiday', '2026-09-24', '2026-09-25');
  await settle(scene);
  const moved = (await scene.world.eventNames()).filter((name) => name === 'clock.moved');
  assert.equal(moved.length, ids.length);
  // Nobody was told a date for acceptance, so nobody is written to about it.
  const letters = await reading(scene.world, scene.applicant, (ctx) => listLetters(ctx));
  assert.ok(letters.every(({ template }) => template !== 'clock-moved'));
});

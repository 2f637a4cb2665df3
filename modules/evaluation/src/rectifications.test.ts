import assert from 'node:assert/strict';
import test from 'node:test';
import { givenLocalDays } from '@zhengtong/calendar/test';
import { disableStaff, subjectOf } from '@zhengtong/identity';
import { givenOrganisation, givenPerson, givenStaff } from '@zhengtong/identity/test';
import { type Instant, must, toInstant } from '@zhengtong/kernel';
import { listLetters } from '@zhengtong/messages';
import { readWholeDatabase } from '@zhengtong/messages/test';
import { type Actor, listReadsOf, systemActor } from '@zhengtong/platform';
import { person, reading, staff, type World } from '@zhengtong/platform/test';
import { ActOnRectification, GetRectification, ListRectifications } from './contract.ts';
import {
  actOnRectification,
  chooseLimits,
  findRating,
  listRatings,
  listRectifications,
  rateCase,
  rerate,
  type StaffAction,
} from './index.ts';
import { evaluationWorld, givenToldCase, releaseRatings } from './test.ts';

const words = '已电话说明并补办';

/** A city in which the applicant gave one star, under their name. */
async function poorlyRated(t: Parameters<typeof evaluationWorld>[0]) {
  const city = await evaluationWorld(t);
  const { world, applicant, caseId, clerk } = city;
  const input = { caseId, stars: 1, choices: ['beyond'], words: '要了指南以外的材料', anonymous: false };
  must(await world.run(applicant, (ctx) => rateCase(ctx, input)));
  const [line] = await reading(world, clerk, (ctx) => listRectifications(ctx));
  const at = { divisionCode: '990100', id: line!.id };
  const act = async (as: Actor, asked: StaffAction) => {
    const done = await world.run(as, (ctx) => actOnRectification(ctx, at, asked));
    return done.ok ? done.value.state : done.refusal.kind;
  };
  /** Contact, repair, answer. */
  const settle = async () => {
    for (const kind of ['contacted', 'repaired', 'fed-back'] as const) await act(clerk, { kind, words });
  };
  return { ...city, at, act, settle, line: line! };
}
const onDay = (world: World, day: string): void => {
  world.now = `${day}T02:00:00.000Z` as Instant;
};

test('one star under a name opens a rectification in the same moment, to be called back the next working day', async (t) => {
  const { line, world } = await poorlyRated(t);
  assert.deepEqual([line.state, line.dueOn, line.isGroup], ['opened', '2026-09-22', false]);
  assert.equal(line.itemName, '屋顶风车设置许可');
  assert.ok((await world.eventNames()).includes('rectification.opened'));
});

test('a local holiday published late moves the day an answer is owed', async (t) => {
  const { world, clerk } = await poorlyRated(t);
  await givenLocalDays(world, 'closed', '2026-09-22', '2026-09-23');
  await world.drain();
  world.now = toInstant(Date.parse(world.now) + 10_000);
  await world.drain();
  const [line] = await reading(world, clerk, (ctx) => listRectifications(ctx));
  assert.equal(line?.dueOn, '2026-09-24');
});

test('three stars open none', async (t) => {
  const { world, applicant, caseId, clerk } = await evaluationWorld(t);
  must(await world.run(applicant, (ctx) => rateCase(ctx, { caseId, stars: 3, choices: [], anonymous: false })));
  assert.deepEqual(await reading(world, clerk, (ctx) => listRectifications(ctx)), []);
});

test('called, repaired and answered in order, it comes back to the citizen, whose second word closes it', async (t) => {
  const { act, clerk, world, applicant, caseId } = await poorlyRated(t);
  assert.equal(await act(clerk, { kind: 'repaired', words }), 'not-now');
  assert.equal(await act(clerk, { kind: 'contacted', words }), 'contacted');
  assert.equal(await act(clerk, { kind: 'fed-back', words }), 'not-now');
  assert.equal(await act(clerk, { kind: 'repaired', words }), 'repaired');
  assert.equal(await act(clerk, { kind: 'fed-back', words }), 'fed-back');
  const [letter] = await reading(world, applicant, (ctx) => listLetters(ctx));
  assert.equal(letter!.template, 'rectification-fed-back');
  assert.match(letter!.zh.lines.join(''), /已电话说明并补办.*2026年10月6日/);
  const again = must(await world.run(applicant, (ctx) => rerate(ctx, { caseId, stars: 4 })));
  assert.deepEqual([again.stars, again.again!.stars], [1, 4]);
  assert.equal(await act(clerk, { kind: 'closed', words }), 'not-yours');
  assert.ok((await world.eventNames()).includes('rectification.closed'));
});

test('still dissatisfied, it is a supervisor who looks again and says why it closes', async (t) => {
  const { act, settle, clerk, supervisor, world, applicant, caseId, at } = await poorlyRated(t);
  await settle();
  assert.equal(await act(supervisor, { kind: 'closed', words }), 'not-now');
  must(await world.run(applicant, (ctx) => rerate(ctx, { caseId, stars: 1, words: '没有解决' })));
  const view = await world.call(GetRectification, { as: clerk, params: { id: at.id } });
  assert.deepEqual([view.body.state, view.body.dueOn, view.body.may], ['re-rated', '2026-09-29', []]);
  const found = '已复查，材料一项确属多要，已退还并致歉';
  assert.equal(await act(supervisor, { kind: 'closed', words: found }), 'closed');
  const [letter] = await reading(world, applicant, (ctx) => listLetters(ctx));
  assert.match(letter!.zh.lines.join(''), new RegExp(`${found}.*12345`));
  const mine = await reading(world, applicant, (ctx) => findRating(ctx, caseId));
  assert.deepEqual([mine!.rectification!.feedBack, mine!.rectification!.closing], [words, found]);
});

test('the answer is rated once, by its citizen, within fifteen days; unanswered it closes and the first word stays', async (t) => {
  const { settle, world, applicant, caseId, clerk } = await poorlyRated(t);
  const say = async (as: Actor) => {
    const said = await world.run(as, (ctx) => rerate(ctx, { caseId, stars: 5 }));
    return said.ok ? 'ok' : said.refusal.kind;
  };
  assert.equal(await say(applicant), 'nothing-to-rate');
  await settle();
  assert.equal(await say(person()), 'not-ratable');
  onDay(world, '2026-10-07');
  assert.equal(await say(applicant), 'nothing-to-rate');
  await world.drain();
  const [closed] = await reading(world, clerk, (ctx) => listRectifications(ctx, { state: 'closed' }));
  assert.equal(closed!.state, 'closed');
  const mine = await reading(world, applicant, (ctx) => findRating(ctx, caseId));
  assert.deepEqual([mine!.rating!.stars, mine!.rectification!.feedBack], [1, words]);
});

test('a rating appealed against is decided by another person, and set aside is kept, uncounted and explained', async (t) => {
  const { act, clerk, supervisor, world, applicant, caseId } = await poorlyRated(t);
  assert.equal(await act(supervisor, { kind: 'appealed', because: 'malicious', words }), 'opened');
  assert.equal(await act(supervisor, { kind: 'appeal-upheld', words }), 'own-appeal');
  assert.equal(await act(clerk, { kind: 'appeal-upheld', words }), 'not-yours');
  const other = staff('supervisor', { organisationId: supervisor.organisationId! });
  assert.equal(await act(other, { kind: 'appeal-upheld', words: '评的是另一个部门' }), 'closed');
  const [letter] = await reading(world, applicant, (ctx) => listLetters(ctx));
  assert.match(letter!.zh.lines.join(''), /评的是另一个部门.*12345/);
  const [rated] = await reading(world, clerk, (ctx) => listRatings(ctx));
  assert.deepEqual([rated!.stars, rated!.isSetAside], [1, true]);
  assert.ok((await reading(world, applicant, (ctx) => findRating(ctx, caseId)))!.rating!.isSetAside);
});

test('an appeal that failed leaves the work where it was, and there is no second one', async (t) => {
  const { act, clerk, supervisor } = await poorlyRated(t);
  await act(clerk, { kind: 'appealed', because: 'mistaken', words });
  assert.equal(await act(supervisor, { kind: 'appeal-rejected', words }), 'opened');
  assert.equal(await act(clerk, { kind: 'appealed', because: 'mistaken', words }), 'appealed-before');
});

test('what nobody took up rises a post a day, up to the top, and is marked', async (t) => {
  const { world, organisation, clerk, line } = await poorlyRated(t);
  const head = await givenStaff(world, 'supervisor', await givenOrganisation(world, '示例市政务服务局'));
  const above = await givenStaff(world, 'supervisor', organisation, { abovePostId: head.postId });
  const risen = async () => {
    const { body } = await world.call(GetRectification, { as: clerk, params: { id: line.id } });
    return (body.actions as { kind: string; toPost: string | null }[]).filter(({ kind }) => kind === 'escalated');
  };
  const counts: number[] = [];
  for (const day of ['2026-09-22', '2026-09-23', '2026-09-23', '2026-09-24', '2026-09-28']) {
    onDay(world, day);
    await world.drain();
    counts.push((await risen()).length);
  }
  assert.deepEqual(counts, [0, 1, 1, 2, 2]);
  assert.deepEqual(
    (await risen()).map(({ toPost }) => toPost),
    [`${organisation.name} supervisor 测试supervisor`, '示例市政务服务局 supervisor 测试supervisor'],
  );
  const [late] = await reading(world, above, (ctx) => listRectifications(ctx, { isOverdue: true }));
  assert.equal(late!.id, line.id);
  assert.ok((await world.eventNames()).includes('rectification.overdue'));
});

test('what rose to a post that then stood empty goes to a supervisor of the body, also days later', async (t) => {
  const { world, organisation, clerk, line } = await poorlyRated(t);
  const first = await givenStaff(world, 'supervisor', organisation);
  const counts: number[] = [];
  const on = async (day: string) => {
    onDay(world, day);
    await world.drain();
    const { body } = await world.call(GetRectification, { as: clerk, params: { id: line.id } });
    counts.push((body.actions as { kind: string }[]).filter(({ kind }) => kind === 'escalated').length);
  };
  for (const day of ['2026-09-23', '2026-09-24']) await on(day);
  const place = { divisionCode: '990100', id: first.id };
  must(await world.run(staff('administrator'), (ctx) => disableStaff(ctx, place)));
  await on('2026-09-28');
  await givenStaff(world, 'supervisor', organisation);
  for (const day of ['2026-09-29', '2026-09-30']) await on(day);
  assert.deepEqual(counts, [1, 1, 1, 2, 2]);
});

test('a delay at a later step rises from the first post again', async (t) => {
  const { world, organisation, clerk, act } = await poorlyRated(t);
  await givenStaff(world, 'supervisor', organisation);
  onDay(world, '2026-09-23');
  await world.drain();
  const isLate = async () => (await reading(world, clerk, (ctx) => listRectifications(ctx)))[0]!.isOverdue;
  assert.equal(await isLate(), true);
  await act(clerk, { kind: 'contacted', words });
  assert.equal(await isLate(), false);
  onDay(world, '2026-09-30');
  await world.drain();
  assert.equal(await isLate(), true);
  const names = await world.eventNames();
  assert.equal(names.filter((name) => name === 'rectification.overdue').length, 2);
});

test('two officers who act at once do one thing after the other, never the same twice', async (t) => {
  const { act, clerk, supervisor } = await poorlyRated(t);
  const both = await Promise.all([clerk, supervisor].map((as) => act(as, { kind: 'contacted', words })));
  assert.deepEqual(both.sort(), ['contacted', 'not-now']);
});

test('the limits a division chose hold for what opens afterwards', async (t) => {
  const { world, applicant, item, act, clerk } = await poorlyRated(t);
  await world.with(systemActor('operator'), (ctx) => chooseLimits(ctx, '990100', 'fifteen-working-days'));
  assert.equal(await act(clerk, { kind: 'contacted', words }), 'contacted');
  const caseId = await givenToldCase(world, { applicant, item, told: ['delivered'] });
  must(await world.run(applicant, (ctx) => rateCase(ctx, { caseId, stars: 2, choices: [], anonymous: false })));
  const lines = await reading(world, clerk, (ctx) => listRectifications(ctx));
  const later = lines.find((one) => one.caseId === caseId)!;
  const body = { kind: 'contacted' as const, words };
  const { body: standing } = await world.call(ActOnRectification, { as: clerk, params: { id: later.id }, body });
  // Fifteen working days across the holidays of October, against five for the first one.
  assert.deepEqual([lines.find((one) => one.caseId !== caseId)!.dueOn, standing.dueOn], ['2026-09-29', '2026-10-19']);
});

test('whom to call is shown to who deals with it, and the citizen sees that it was', async (t) => {
  const { world, clerk, applicant, at } = await poorlyRated(t);
  const { body } = await world.call(GetRectification, { as: clerk, params: { id: at.id } });
  assert.deepEqual(body.caller, { name: '王小明', phone: '13900000001' });
  const [read] = await reading(world, applicant, (ctx) => listReadsOf(ctx, subjectOf(ctx, applicant.id)));
  assert.deepEqual([read!.purpose, read!.fields, read!.actor], ['差评回访整改', ['name', 'phone', 'rating'], clerk.id]);
  const stranger = staff('supervisor');
  assert.equal((await world.call(GetRectification, { as: stranger, params: { id: at.id } })).status, 404);
  const { body: none } = await world.call(ListRectifications, { as: stranger, query: {} });
  assert.deepEqual(none.rectifications, []);
});

test('what staff wrote into a rectification is readable in no table', async (t) => {
  const { settle, world } = await poorlyRated(t);
  await settle();
  assert.doesNotMatch(await readWholeDatabase(world), /已电话说明并补办|要了指南以外的材料/);
});

test('poor ratings of a released group open one rectification, answered to each without anybody knowing whom', async (t) => {
  const { world, clerk, applicant: first, item } = await evaluationWorld(t);
  for (let i = 0; i < 5; i++) {
    const applicant = i === 0 ? first : await givenPerson(world);
    const caseId = await givenToldCase(world, { applicant, item, told: ['not-accepted'] });
    const input = { caseId, stars: i < 2 ? 1 : 5, choices: [], words: '指南不清楚', anonymous: true };
    must(await world.run(applicant, (ctx) => rateCase(ctx, input)));
  }
  onDay(world, '2026-09-24');
  await releaseRatings(world);
  const [line] = await reading(world, clerk, (ctx) => listRectifications(ctx));
  assert.deepEqual([line!.isGroup, line!.caseId, line!.state], [true, null, 'opened']);
  const { body } = await world.call(GetRectification, { as: clerk, params: { id: line!.id } });
  assert.deepEqual([body.caller, body.may, (body.ratings as unknown[]).length], [null, ['repaired', 'explained'], 2]);
  for (const kind of ['explained', 'fed-back'] as const) {
    const at = { divisionCode: '990100', id: line!.id };
    must(await world.run(clerk, (ctx) => actOnRectification(ctx, at, { kind, words })));
  }
  const told = (await world.eventNames()).filter((name) => name === 'message.written').length;
  const letters = await reading(world, first, (ctx) => listLetters(ctx));
  const answers = letters.filter((letter) => letter.template === 'rectification-fed-back');
  // Six invitations, and one answer to each of the two who were dissatisfied.
  assert.deepEqual([told, answers.length], [8, 1]);
  const again = await world.run(first, (ctx) => rerate(ctx, { caseId: answers[0]!.caseId!, stars: 4 }));
  assert.ok(again.ok);
});

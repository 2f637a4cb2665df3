import assert from 'node:assert/strict';
import test from 'node:test';
import { givenOrganisation, givenPerson } from '@zhengtong/identity/test';
import { type Instant, must, newId } from '@zhengtong/kernel';
import { listLetters } from '@zhengtong/messages';
import { readWholeDatabase } from '@zhengtong/messages/test';
import type { Actor } from '@zhengtong/platform';
import { reading, staff, type World } from '@zhengtong/platform/test';
import { sql } from 'kysely';
import { ListRatings, SummariseRatings } from './contract.ts';
import { findRating, listRatingGroups, listRatings, type RatingInput, rateCase, summariseRatings } from './index.ts';
import { evaluationWorld, givenToldCase, releaseRatings, tellOfCase } from './test.ts';

const rating = (caseId: string, more: Partial<RatingInput> = {}): RatingInput => ({
  caseId,
  stars: 4,
  choices: ['speed'],
  anonymous: false,
  ...more,
});
const rate = async (world: World, as: Actor, input: RatingInput) => {
  const result = await world.run(as, (ctx) => rateCase(ctx, input));
  return result.ok ? 'ok' : result.refusal.kind;
};
const onDay = (world: World, day: string): void => {
  world.now = `${day}T02:00:00.000Z` as Instant;
};
const month = { fromMonth: '2026-09', toMonth: '2026-09' };

test('a case that ended invites its applicant once, says until when, and hints at no grade', async (t) => {
  const { world, applicant } = await evaluationWorld(t);
  const letters = await reading(world, applicant, (ctx) => listLetters(ctx));
  assert.deepEqual(
    letters.map((letter) => letter.template),
    ['rating-invited'],
  );
  assert.match(letters[0]!.zh.lines.join(''), /自愿.*2026年10月21日/);
  assert.doesNotMatch(letters[0]!.zh.lines.join(''), /五星|好评|非常满意/);
});

test('who rated at the decision is not invited again at the delivery', async (t) => {
  const { world, applicant, item } = await evaluationWorld(t);
  const caseId = await givenToldCase(world, { applicant, item, told: ['accepted', 'decided'] });
  assert.equal(await rate(world, applicant, rating(caseId)), 'ok');
  await tellOfCase(world, { applicant, item, caseId, told: 'delivered' });
  const letters = await reading(world, applicant, (ctx) => listLetters(ctx));
  assert.deepEqual(
    letters.filter((letter) => letter.caseId === caseId),
    [],
  );
});

test('a case not rated has no grade: none is filled in, however long it waits', async (t) => {
  const { world, applicant, caseId } = await evaluationWorld(t);
  onDay(world, '2027-01-11');
  await world.drain();
  await releaseRatings(world);
  const mine = await reading(world, applicant, (ctx) => findRating(ctx, caseId));
  assert.equal(mine!.rating, undefined);
  const { rows } = await sql`select count(*) as n from evaluation.ratings`.execute(world.db);
  assert.deepEqual(rows, [{ n: 0 }]);
});

test('every grade takes the same one press, from one star to five', async (t) => {
  const { world, applicant, item } = await evaluationWorld(t);
  for (const stars of [1, 2, 3, 4, 5]) {
    const caseId = await givenToldCase(world, { applicant, item, told: ['not-accepted'] });
    assert.equal(await rate(world, applicant, { caseId, stars, choices: [], anonymous: false }), 'ok', `${stars}`);
  }
});

test('a case is rated once, also by two tabs at the same moment', async (t) => {
  const { world, applicant, caseId } = await evaluationWorld(t);
  const both = await Promise.all([5, 1].map((stars) => rate(world, applicant, rating(caseId, { stars, choices: [] }))));
  assert.deepEqual(both.sort(), ['already-rated', 'ok']);
  const { rows } = await sql`select count(*) as n from evaluation.ratings`.execute(world.db);
  assert.deepEqual(rows, [{ n: 1 }]);
});

test('only its applicant rates a case, only after it ended, and only within thirty days', async (t) => {
  const { world, applicant, clerk, item, caseId } = await evaluationWorld(t);
  const open = await givenToldCase(world, { applicant, item, told: ['accepted'] });
  const kinds = [
    await rate(world, await givenPerson(world), rating(caseId)),
    await rate(world, clerk, rating(caseId)),
    await rate(world, applicant, rating(open)),
    await rate(world, applicant, rating(newId())),
    await rate(world, applicant, rating("' or 1=1")),
  ];
  assert.deepEqual(kinds, Array(5).fill('not-ratable'));
  onDay(world, '2026-10-22');
  assert.equal(await rate(world, applicant, rating(caseId)), 'too-late');
  onDay(world, '2026-10-21');
  assert.equal(await rate(world, applicant, rating(caseId)), 'ok');
});

test('a case withdrawn after acceptance can be rated, one withdrawn before cannot', async (t) => {
  const { world, applicant, item } = await evaluationWorld(t);
  const late = await givenToldCase(world, { applicant, item, told: ['accepted', 'withdrawn'] });
  const early = await givenToldCase(world, { applicant, item, told: ['withdrawn'] });
  assert.equal(await rate(world, applicant, rating(late)), 'ok');
  assert.equal(await rate(world, applicant, rating(early)), 'not-ratable');
});

test('a grade of the mind, a choice of another grade and a book of words are refused', async (t) => {
  const { world, applicant, caseId } = await evaluationWorld(t);
  assert.equal(await rate(world, applicant, rating(caseId, { stars: 0 })), 'stars-missing');
  assert.equal(await rate(world, applicant, rating(caseId, { stars: 5, choices: ['beyond'] })), 'choice-unknown');
  assert.equal(await rate(world, applicant, rating(caseId, { words: '长'.repeat(1001) })), 'words-too-long');
});

test('the words of a rating are readable in no table', async (t) => {
  const { world, applicant, caseId } = await evaluationWorld(t);
  await rate(world, applicant, rating(caseId, { words: '窗口态度冷淡', stars: 1, choices: [] }));
  await world.drain();
  assert.doesNotMatch(await readWholeDatabase(world), /窗口态度冷淡/);
  const mine = await reading(world, applicant, (ctx) => findRating(ctx, caseId));
  assert.equal(mine!.rating!.words, '窗口态度冷淡');
});

/** So many people, each with an ended case, rating anonymously. */
async function rateAnonymously(
  { world, item }: Awaited<ReturnType<typeof evaluationWorld>>,
  howMany: number,
  stars = 2,
): Promise<{ person: Actor; caseId: string }[]> {
  const given = [];
  for (let i = 0; i < howMany; i++) {
    const person = await givenPerson(world);
    const caseId = await givenToldCase(world, { applicant: person, item, told: ['not-accepted'] });
    await rate(world, person, rating(caseId, { stars, choices: [], anonymous: true, words: `第${i}位` }));
    given.push({ person, caseId });
  }
  return given;
}

test('four anonymous ratings are seen by nobody, however long; the fifth lets them be seen together', async (t) => {
  const city = await evaluationWorld(t);
  const { world, clerk } = city;
  await rateAnonymously(city, 4);
  onDay(world, '2026-12-21');
  await releaseRatings(world);
  const see = () => reading(world, clerk, (ctx) => listRatingGroups(ctx));
  assert.deepEqual(await see(), []);
  onDay(world, '2026-09-21');
  await rateAnonymously(city, 1);
  onDay(world, '2026-12-21');
  await releaseRatings(world);
  const [group] = await see();
  assert.equal(group!.ratings.length, 5);
  assert.deepEqual(Object.keys(group!.ratings[0]!).sort(), ['againStars', 'choices', 'stars', 'words']);
});

test('five anonymous ratings of one person are not five people, and stay unseen', async (t) => {
  const { world, applicant, item, clerk } = await evaluationWorld(t);
  for (let i = 0; i < 5; i++) {
    const caseId = await givenToldCase(world, { applicant, item, told: ['not-accepted'] });
    await rate(world, applicant, rating(caseId, { stars: 1, choices: [], anonymous: true }));
  }
  onDay(world, '2026-12-21');
  await releaseRatings(world);
  assert.deepEqual(await reading(world, clerk, (ctx) => listRatingGroups(ctx)), []);
});

test('groups are listed the newest first, each with its own ratings, all in one statement, and go on page by page', async (t) => {
  const city = await evaluationWorld(t);
  for (const [count, day] of [
    [5, '2026-09-28'],
    [6, '2026-10-12'],
    [7, '2026-10-26'],
  ] as const) {
    await rateAnonymously(city, count);
    onDay(city.world, day);
    await releaseRatings(city.world);
  }
  const see = async (before?: string) => {
    let statements = 0;
    const groups = await reading(city.world, city.clerk, (ctx) => {
      const tx = ctx.tx.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => {
          statements++;
          return result;
        },
      });
      return listRatingGroups({ ...ctx, tx: tx as typeof ctx.tx }, { before });
    });
    assert.equal(statements, 1);
    return groups;
  };
  const all = await see();
  assert.deepEqual(
    all.map(({ releasedOn, ratings }) => [releasedOn, ratings.length]),
    [
      ['2026-10-26', 7],
      ['2026-10-12', 6],
      ['2026-09-28', 5],
    ],
  );
  assert.deepEqual(await see(all[0]!.id), all.slice(1));
});

test('five anonymous ratings of today wait three days', async (t) => {
  const city = await evaluationWorld(t);
  await rateAnonymously(city, 5);
  const count = async (day: string) => {
    onDay(city.world, day);
    await releaseRatings(city.world);
    return (await reading(city.world, city.clerk, (ctx) => listRatingGroups(ctx))).length;
  };
  assert.deepEqual([await count('2026-09-23'), await count('2026-09-24'), await count('2026-09-25')], [0, 1, 1]);
});

test('no row of an anonymous rating, and no event, leads to the case or the person', async (t) => {
  const city = await evaluationWorld(t);
  const { world, clerk } = city;
  const given = await rateAnonymously(city, 5);
  onDay(world, '2026-09-24');
  await releaseRatings(world);
  const { rows } = await sql<{ all: string }>`
    select string_agg(row_to_json(r)::text, '') as all from evaluation.ratings r`.execute(world.db);
  for (const { person, caseId } of given) {
    assert.ok(!rows[0]!.all.includes(caseId) && !rows[0]!.all.includes(person.id));
    assert.doesNotMatch(rows[0]!.all, /风车/);
  }
  // What stands in the rows is random: a time-ordered id would place it beside the case's last step.
  const { rows: ids } = await sql<{ id: string }>`select id from evaluation.ratings`.execute(world.db);
  for (const { id } of ids) assert.equal(id[14], '4');
  assert.deepEqual(await reading(world, clerk, (ctx) => listRatings(ctx)), []);
});

test('the giver of an anonymous rating still sees their own', async (t) => {
  const city = await evaluationWorld(t);
  const [one] = await rateAnonymously(city, 1);
  const mine = await reading(city.world, one!.person, (ctx) => findRating(ctx, one!.caseId));
  assert.deepEqual([mine!.rating!.stars, mine!.rating!.isAnonymous, mine!.mayRate], [2, true, false]);
});

test('a summary tells nothing of fewer than five, and of an item never the anonymous ones', async (t) => {
  const city = await evaluationWorld(t);
  const { world, applicant, caseId, clerk, item } = city;
  await rate(world, applicant, rating(caseId, { stars: 5 }));
  const ask = async (itemId?: string) =>
    must(await world.run(clerk, (ctx) => summariseRatings(ctx, { divisionCode: '990100', itemId, ...month })));
  assert.equal((await ask()).rated, null);
  await rateAnonymously(city, 5);
  onDay(world, '2026-09-24');
  await releaseRatings(world);
  const whole = await ask();
  assert.deepEqual([whole.ended, whole.rated, whole.grades![2], whole.satisfied], [6, 6, 5, 1 / 6]);
  assert.equal((await ask(item.itemId)).rated, null);
});

test('staff see the ratings of their own organisation alone', async (t) => {
  const { world, applicant, caseId, clerk } = await evaluationWorld(t);
  await rate(world, applicant, rating(caseId));
  const elsewhere = await givenOrganisation(world, '示例市公安局');
  const count = async (as: Actor) => {
    const { body } = await world.call(ListRatings, { as, query: {} });
    return (body.ratings as unknown[]).length;
  };
  assert.deepEqual([await count(clerk), await count(staff('supervisor', { organisationId: elsewhere.id }))], [1, 0]);
  const { status } = await world.call(SummariseRatings, { as: clerk, query: { from: '2026-10', to: '2026-09' } });
  assert.equal(status, 422);
});

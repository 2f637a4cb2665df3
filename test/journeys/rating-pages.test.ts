import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { listRatingGroups, rateCase, rerate } from '@zhengtong/evaluation';
import { ActOnRectification, ListRectifications } from '@zhengtong/evaluation/contract';
import { givenToldCase, releaseRatings } from '@zhengtong/evaluation/test';
import { givenPerson, givenStaff } from '@zhengtong/identity/test';
import { must, toInstant } from '@zhengtong/kernel';
import type { Actor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { closeBrowser, closePage } from '../browser/index.ts';
import { type City, consoleWorld } from './console-server.ts';

after(closeBrowser);

/** Five people rate poorly without their names, and some days later that is seen; answers who they are. */
async function givenGroup({ world, item }: City, releasedAt: string): Promise<{ person: Actor; caseId: string }[]> {
  const given = [];
  for (let n = 0; n < 5; n++) {
    const person = await givenPerson(world);
    const caseId = await givenToldCase(world, { applicant: person, item, told: ['accepted', 'delivered'] });
    const rating = { caseId, stars: 1, choices: ['beyond'], anonymous: true } as const;
    must(await world.run(person, (ctx) => rateCase(ctx, rating)));
    given.push({ person, caseId });
  }
  world.now = toInstant(Date.parse(releasedAt));
  await releaseRatings(world);
  return given;
}

test('a group of anonymous ratings is to be repaired, not called back; nobody of it is said to see who looked', {
  timeout: 200_000,
}, async (t) => {
  const city = await consoleWorld(t);
  const { world, organisation } = city;
  const [rater] = await givenGroup(city, '2026-09-28T02:00:00Z');
  await givenGroup(city, '2026-10-12T02:00:00Z');
  const page = await city.openAs(await city.officer('clerk'), '/ratings');
  const row = page.getByRole('row', { name: /一组匿名评价/ }).first();
  assert.match((await row.textContent()) ?? '', /待整改/);
  await row.getByRole('link').click();
  await page.getByText('群众怎么说').waitFor();
  assert.match((await page.locator('main').textContent()) ?? '', /待整改/);
  assert.equal(await page.getByText('评价人可以查到').count(), 0);

  // Once answered, each of them may rate again: that stands with the group, whose older ones come page by page.
  const as = await givenStaff(world, 'reviewer', organisation);
  const { body } = await world.call(ListRectifications, { as });
  const { id } = (body.rectifications as { id: string }[]).at(-1) as { id: string };
  for (const kind of ['repaired', 'fed-back'] as const)
    await world.call(ActOnRectification, { as, params: { id }, body: { kind, words: '已经补上' } });
  must(await world.run(rater!.person, (ctx) => rerate(ctx, { caseId: rater!.caseId, stars: 4 })));
  const [newest] = await reading(world, as, (ctx) => listRatingGroups(ctx));
  await page.goto(`${city.url}/console/ratings?show=groups`);
  await page.getByRole('heading', { name: '2026-10-12 放出的一组' }).waitFor();
  assert.match((await page.locator('main').textContent()) ?? '', /整改后再评 ★★★★☆/);
  await page.goto(`${city.url}/console/ratings?show=groups&before=${newest!.id}`);
  await page.getByRole('heading', { name: '2026-09-28 放出的一组' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: '2026-10-12 放出的一组' }).count(), 0);
  await closePage(page);
});

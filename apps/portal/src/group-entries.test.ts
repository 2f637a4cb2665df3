import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { browse, hiddenOf, portalWorld, signIn } from './test/index.ts';
import { startWindmill, verifySelf } from './test/journey.ts';

const label = (zh: string) => ({ zh, en: zh });
const inEntry = [
  { key: 'name', kind: 'text', label: label('姓名') },
  { key: 'isOwner', kind: 'yes-no', label: label('是产权人吗？') },
  { key: 'share', kind: 'number', label: label('份额'), when: { question: 'isOwner', is: true } },
];
const questions = [
  { key: 'blades', kind: 'number', label: label('几片叶片') },
  { key: 'people', kind: 'group', label: label('住户'), itemLabel: label('住户'), questions: inEntry },
];
const form = { title: label('风车'), sections: [{ key: 'windmill', title: label('风车'), questions }] };

for (const page of ['people', 'all'])
  test(`without script an entry is asked what it calls for once that is known, and goes on once it is answered: ${page}`, async (t) => {
    const world = await portalWorld(t);
    const item = await givenItem(world, { form } as never);
    const tab = browse(world);
    await signIn(world, tab);
    await verifySelf(tab);
    const at = `${await startWindmill(tab, item)}/questions/${page}`;
    const asked = page === 'all' ? ['q.blades', 'q.people'] : ['q.people'];
    const save = async (typed: Record<string, string | string[]>, autosave = false) =>
      await tab.post(
        at,
        { ...hiddenOf((await tab.get(at)).body, at), asked, 'q.blades': '3', ...typed },
        autosave ? { 'x-autosave': '1' } : {},
      );
    const two = {
      ...{ 'q.people.0.name': '张三', 'q.people.0.isOwner': 'no' },
      ...{ 'q.people.1.name': '李四', 'q.people.1.isOwner': 'yes' },
    };
    assert.doesNotMatch((await tab.get(at)).body, /q\.people\.0\.share/);
    await save(two, true);
    const back = String((await save(two)).headers.location);
    assert.equal(back, `${at}?new=people.1.share`);
    const again = (await tab.get(back)).body;
    assert.match(again, /<a href="#q-people-1-share"[^>]*>住户 2 的份额/);
    assert.match(again, /id="q-people-1-share"/);
    assert.match(again, /根据您刚才的回答，请再填写这一项。/);
    assert.doesNotMatch(again, /class="errors"|q\.people\.0\.share/);

    const seen = { ...two, asked: [...asked, 'q.people.1.share'] };
    const passedOver = String((await save({ ...seen, 'q.people.1.share': '' })).headers.location);
    assert.equal(passedOver, `${at}?check=1`);
    assert.match((await tab.get(passedOver)).body, /<a href="#q-people-1-share"/);

    const done = await save({ ...seen, 'q.people.1.share': '50' });
    assert.doesNotMatch(String(done.headers.location), /questions\/(people|all)/);
    // Changing course takes it away: not asked, not kept.
    await save({ ...seen, 'q.people.1.isOwner': 'no', 'q.people.1.share': '50' });
    assert.doesNotMatch((await tab.get(at)).body, /q\.people\.1\.share/);
    assert.doesNotMatch((await tab.get(at.replace(/questions.*/, 'check'))).body, /份额/);
  });

test('an address that names as new what is not asked shows the page and nothing of it', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world, { form } as never);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const at = `${await startWindmill(tab, item)}/questions/people`;
  const { body, statusCode } = await tab.get(`${at}?new=people.x.y,people.7.share,nobody`);
  assert.equal(statusCode, 200);
  assert.doesNotMatch(body, /还要请您填写/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenItem, guide } from '@zhengtong/catalogue/test';
import { givenInfected, sampleOfd } from '@zhengtong/files/test';
import { newId } from '@zhengtong/kernel';
import { browse, hiddenOf, newestCode, type PortalWorld, portalWorld, signIn, type Tab } from './test/index.ts';
import { fileWindmill, startWindmill, uploadDrawing, verifySelf } from './test/journey.ts';

async function applicant(t: Parameters<typeof portalWorld>[0]): Promise<{ world: PortalWorld; tab: Tab; at: string }> {
  const world = await portalWorld(t);
  const item = await givenItem(world);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  return { world, tab, at: await startWindmill(tab, item) };
}

test('who is not verified is asked to be, and comes back to the same service', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world);
  const tab = browse(world);
  await signIn(world, tab);
  const path = `/apply/${item.divisionCode}/${item.itemId}`;
  const answer = await tab.get(path);
  assert.equal(answer.headers.location, `/my/verification?back=${encodeURIComponent(path)}`);
  assert.equal((await verifySelf(tab, path)).headers.location, path);
});

test('what the house knows is filled in and not asked; the first page asked is the first that is open', async (t) => {
  const { tab, at } = await applicant(t);
  const { body } = await tab.get(`${at}/apply`);
  assert.match(body, /已为您填好/);
  assert.match(body, new RegExp(`href="${at}/questions/blades"`));
});

test('who applied before is not asked again: the answer stands on each page with the application it comes from, to be changed', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const first = await startWindmill(tab, item);
  await fileWindmill(tab, first);
  const number = /编号[^0-9A-Z]*([0-9A-Z-]{8,})/.exec((await tab.get(`${first}/receipt`)).body)?.[1] ?? 'none';
  const at = await startWindmill(tab, item);
  const overview = (await tab.get(`${at}/apply`)).body;
  assert.match(overview, new RegExp(`class="btn" href="${at}/materials"`));
  for (const page of ['questions/blades', 'questions/all', 'check']) {
    const { body } = await tab.get(`${at}/${page}`);
    assert.match(body, new RegExp(`来源：[^来]*您2026年\\d+月\\d+日提交的申请（${number}）`), page);
  }
  const question = await tab.get(`${at}/questions/blades`);
  assert.match(question.body, /name="q.blades"[^>]*value="3"|value="3"[^>]*name="q.blades"/);
  const typed = { ...hiddenOf(question.body, `${at}/questions/blades`), 'q.blades': '5' };
  await tab.post(`${at}/questions/blades`, typed);
  assert.doesNotMatch((await tab.get(`${at}/check`)).body, /提交的申请（/);
  const other = await startWindmill(tab, item);
  await tab.get('/display?lang=en&back=%2F');
  assert.match((await tab.get(`${other}/check`)).body, /application of \d+ \w+ 2026/);
});

test('what was sent last time is offered on the documents page and taken by one button without script, also pressed twice', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const first = await startWindmill(tab, item);
  await fileWindmill(tab, first);
  const at = await startWindmill(tab, item);
  const page = (await tab.get(`${at}/materials`)).body;
  assert.match(page, /您2026年\d+月\d+日交过这份材料：/);
  const look = new RegExp(`href="(${first}/files/[-0-9a-f]+/look\\?for=[-0-9a-f]+)">平面图.pdf`).exec(page)?.[1] ?? '';
  assert.match((await tab.get(look)).body, new RegExp(`href="${at}/materials"`));
  assert.match((await tab.get(`${at}/check`)).body, /没有上传/);
  const none = { name: '', bytes: Buffer.alloc(0) };
  const typed = { ...hiddenOf(page, `${at}/materials`), earlier: first.slice('/my/cases/'.length) };
  for (const answer of await Promise.all([1, 2].map(() => tab.upload(`${at}/materials`, typed, none))))
    assert.equal(answer.headers.location, `${at}/materials`);
  const taken = (await tab.get(`${at}/materials`)).body;
  assert.equal(taken.match(/平面图\.pdf<\/a>/g)?.length, 1);
  assert.match(taken, /来源：您2026年\d+月\d+日提交的申请（/);
  assert.doesNotMatch(taken, /用上次的/);
  assert.match((await tab.get(`${at}/check`)).body, /平面图\.pdf[\s\S]*来源：[\s\S]*提交的申请（/);
  const gone = await tab.upload(`${at}/materials`, { ...typed, once: newId(), earlier: newId() }, none);
  assert.equal(gone.statusCode, 422);
  assert.match(gone.body, /上次交的材料有变动/);
  assert.equal((await tab.upload(`${at}/materials`, { ...typed, earlier: 'x' }, none)).statusCode, 404);
});

test('a wrong answer comes back as it was typed, with its error, and is kept', async (t) => {
  const { tab, at } = await applicant(t);
  const page = await tab.get(`${at}/questions/blades`);
  const answer = await tab.post(`${at}/questions/blades`, {
    ...hiddenOf(page.body, `${at}/questions/blades`),
    'q.blades': '三片',
  });
  assert.equal(answer.headers.location, `${at}/questions/blades?check=1`);
  const again = await tab.get(`${at}/questions/blades?check=1`);
  assert.match(again.body, /value="三片"/);
  assert.match(again.body, /class="errors"/);
});

test('an answer of nothing that can be seen is asked for by name, with the way to its field', async (t) => {
  const { tab, at } = await applicant(t);
  const page = `${at}/questions/blades`;
  for (const unseen of ['\u200b\u2060', '\0', '\u0007\ufeff', '\u3164']) {
    const form = { ...hiddenOf((await tab.get(page)).body, page), 'q.blades': unseen };
    assert.equal((await tab.post(page, form)).headers.location, `${page}?check=1`, escape(unseen));
    const { body } = await tab.get(`${page}?check=1`);
    assert.match(body, /class="errors"[\s\S]*href="#q-blades">请填写几片叶片。/);
    assert.match((await tab.get(`${at}/check`)).body, /几片叶片<\/dt><dd><span class="none">未填写/);
  }
  const none = { name: '', bytes: Buffer.alloc(0) };
  const form = { ...hiddenOf((await tab.get(page)).body, page), 'q.blades': '\0' };
  assert.equal((await tab.upload(page, form, none)).headers.location, `${page}?check=1`);
});

test('the overview says what is still to do, questions and documents alike', async (t) => {
  const { tab, at, world } = await applicant(t);
  const says = async (words: RegExp) => assert.match((await tab.get(`${at}/apply`)).body, words);
  await says(/还有 1 个问题没填，1 份材料没交/);
  const page = `${at}/questions/blades`;
  await tab.post(page, { ...hiddenOf((await tab.get(page)).body, page), 'q.blades': '3' });
  await says(/问题都填好了，还有 1 份材料没交/);
  await uploadDrawing(tab, at);
  await says(/都齐了，检查一遍就可以提交<span class="code">100%/);
  const id = /files\/([-0-9a-f]+)\/look/.exec((await tab.get(`${at}/materials`)).body)?.[1] ?? '';
  await givenInfected(world, world.ports.files, { id });
  await says(/问题都填好了，还有 1 份材料没交/);
  await says(/还没交/);
  assert.match((await tab.get(`${at}/check`)).body, /还有 1 处没有完成/);
});

test('all questions fit on one page by choice', async (t) => {
  const { tab, at } = await applicant(t);
  const page = await tab.get(`${at}/questions/all`);
  assert.match(page.body, /q\.name/);
  const answer = await tab.post(`${at}/questions/all`, {
    ...hiddenOf(page.body, `${at}/questions/all`),
    asked: ['q.blades'],
    'q.blades': '3',
  });
  assert.equal(answer.headers.location, `${at}/materials`);
});

test('both forms that carry files have the time files need, and no other has', async (t) => {
  const { fileTargets } = await portalWorld(t);
  assert.deepEqual(fileTargets, ['/my/cases/:caseId/questions/:page', '/my/cases/:caseId/materials']);
});

test('what was typed after the session ended is restored after signing in, and only for the same person', async (t) => {
  const { world, tab, at } = await applicant(t);
  const page = await tab.get(`${at}/questions/blades`);
  const typed = { ...hiddenOf(page.body, `${at}/questions/blades`), 'q.blades': '7' };
  world.now = new Date(Date.parse(world.now) + 3_600_000).toISOString() as typeof world.now;
  const kept = await tab.post(`${at}/questions/blades`, typed);
  assert.equal(kept.statusCode, 401);
  assert.match(kept.body, /您填写的内容还在/);
  assert.doesNotMatch(kept.body, /value="7"/);
  for (const [phone, sees] of [
    ['13900000002', false],
    ['13900000001', true],
  ] as const) {
    const other = browse(world);
    const code = await other.post('/sign-in', { ...hiddenOf(kept.body, '/sign-in'), once: phone, phone });
    const back = await other.post('/sign-in/code', {
      ...hiddenOf(code.body, '/sign-in/code'),
      code: await newestCode(world),
    });
    assert.equal(back.body.includes('value="7"'), sees);
    if (!sees) continue;
    const stays = await other.post(`${at}/questions/blades`, hiddenOf(back.body, `${at}/questions/blades`));
    assert.equal(stays.headers.location, `${at}/questions/blades`);
    const { body } = await other.get(`${at}/questions/blades`);
    assert.match(body, /value="7"/);
    const again = { ...hiddenOf(body, `${at}/questions/blades`), 'q.blades': '7' };
    assert.equal((await other.post(`${at}/questions/blades`, again)).headers.location, `${at}/materials`);
  }
});

test('typed beside a file in a session that ended since, it is shown again to the same person who is signed in already', async (t) => {
  const { world, tab, at } = await applicant(t);
  const page = `${at}/questions/blades`;
  const typed = { ...hiddenOf((await tab.get(page)).body, page), 'q.blades': '7' };
  world.now = new Date(Date.parse(world.now) + 3_600_000).toISOString() as typeof world.now;
  await signIn(world, tab);
  const answer = await tab.upload(page, typed, { name: '平面图.pdf', bytes: Buffer.from('%PDF-1.4') });
  assert.equal(answer.statusCode, 401);
  assert.match(answer.body, /您填写的内容还在/);
  assert.match(answer.body, /刚才选的文件没有传上来/);
  const foreign = await tab.upload(page, { ...typed, token: 'of.another' }, { name: '', bytes: Buffer.alloc(0) });
  assert.equal(foreign.statusCode, 403);
});

test('a document is taken, a wrong one refused beside its field, and one can be removed', async (t) => {
  const { tab, at } = await applicant(t);
  assert.equal((await uploadDrawing(tab, at, 'plan.exe', Buffer.from('MZ not a picture'))).statusCode, 422);
  assert.equal((await uploadDrawing(tab, at)).headers.location, `${at}/materials`);
  const { body } = await tab.get(`${at}/materials`);
  assert.match(body, /平面图\.pdf/);
  const remove = /value="([^"]+)" name="remove"/.exec(body)?.[1] ?? '';
  await uploadDrawing(tab, at, '', Buffer.alloc(0), { remove });
  assert.doesNotMatch((await tab.get(`${at}/materials`)).body, /平面图\.pdf/);
});

test('whatever names and ids a program puts into a form with a file, it is told calmly', async (t) => {
  const { tab, at } = await applicant(t);
  const typed = hiddenOf((await tab.get(`${at}/materials`)).body, `${at}/materials`);
  const file = { name: '平面图.pdf', bytes: Buffer.from('%PDF-1.4') };
  const send = async (more: Record<string, string>, to = at) =>
    (await tab.upload(`${to}/materials`, { ...typed, once: newId(), ...more }, file)).statusCode;
  assert.equal(await send({ constructor: 'x', toString: 'x', ['__proto__']: 'x' }), 303);
  assert.equal(await send({ material: '\0' }), 422);
  assert.equal(await send({ remove: "x' or 1=1" }), 404);
  assert.equal(await send({}, '/my/cases/none'), 404);
});

test('a file sent after the session ended is said not to have come, before and after signing in', async (t) => {
  const { world, tab, at } = await applicant(t);
  const page = await tab.get(`${at}/materials`);
  world.now = new Date(Date.parse(world.now) + 3_600_000).toISOString() as typeof world.now;
  const file = { name: '平面图.pdf', bytes: Buffer.from('%PDF-1.4') };
  const answer = await tab.upload(`${at}/materials`, hiddenOf(page.body, `${at}/materials`), file);
  assert.equal(answer.headers.location, `/sign-in?back=${encodeURIComponent(`${at}/materials?again=1`)}`);
  assert.match((await tab.get(String(answer.headers.location))).body, /文件没有传上来/);
  await signIn(world, tab);
  assert.match((await tab.get(`${at}/materials?again=1`)).body, /请再选一次/);
});

test('a submission pressed twice is one case with one receipt', async (t) => {
  const { world, tab, at } = await applicant(t);
  const [first, second] = await fileWindmill(tab, at, 2);
  assert.equal(first?.headers.location, `${at}/receipt`);
  assert.equal(second?.headers.location, `${at}/receipt`);
  assert.equal((await world.eventNames()).filter((name) => name === 'case.submitted').length, 1);
  const receipt = await tab.get(`${at}/receipt`);
  assert.match(receipt.body, /提交成功/);
  assert.match(receipt.body, /class="qr"/);
});

test('an incomplete application cannot be sent and says what is left', async (t) => {
  const { tab, at } = await applicant(t);
  const { body } = await tab.get(`${at}/check`);
  assert.match(body, /还有 2 处没有完成/);
  assert.doesNotMatch(body, /submission/);
});

test('another person’s application is not there', async (t) => {
  const { world, at } = await applicant(t);
  const other = browse(world);
  await signIn(world, other, { phone: '13900000009' });
  for (const part of ['', '/apply', '/questions/blades', '/materials', '/check', '/receipt'])
    assert.equal((await other.get(`${at}${part}`)).statusCode, 404, part);
});

test('a file of a kind this paper does not take is told which kinds it takes, and does not stay behind', async (t) => {
  const { world, tab, at } = await applicant(t);
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC',
    'base64',
  );
  const answer = await uploadDrawing(tab, at, '图纸.pdf', png);
  assert.equal(answer.statusCode, 422);
  assert.match(answer.body, /这一项只收 PDF 或 JPG，请换一个文件/);
  await world.drain();
  assert.deepEqual(await Array.fromAsync(world.ports.files.storage.list()), []);
  assert.doesNotMatch((await tab.get('/my/account')).body, /传了还没用上的文件/);
});

test('a file that cannot be drawn says what opens it, and its download keeps its name', async (t) => {
  const world = await portalWorld(t);
  const [material] = guide({ id: '', name: '' }).materials;
  const item = await givenItem(world, { materials: [{ ...material, accept: ['application/ofd'] }] } as never);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const at = await startWindmill(tab, item);
  await uploadDrawing(tab, at, '设计图.ofd', sampleOfd());
  const look = /href="([^"]+\/look)"/.exec((await tab.get(`${at}/materials`)).body)?.[1] ?? '';
  const { body } = await tab.get(look);
  assert.match(body, /这是 OFD 文件，不能在这里显示。下载到电脑上，用 OFD 阅读器/);
  const file = await tab.get(look.replace(/\/look$/, ''));
  assert.match(String(file.headers['content-disposition']), new RegExp(`${encodeURIComponent('设计图.ofd')}$`));
  assert.deepEqual(file.rawPayload, sampleOfd());
});

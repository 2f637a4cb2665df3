import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { adoptBuiltInYears } from '@zhengtong/calendar';
import { endHall, saveHall } from '@zhengtong/catalogue';
import { givenItem, guide } from '@zhengtong/catalogue/test';
import { systemActor } from '@zhengtong/platform';
import { browse, portalWorld, signIn } from './test/index.ts';

test('the home page needs no script and names what can be applied for', async (t) => {
  const world = await portalWorld(t);
  await givenItem(world);
  const answer = await world.portal.http.inject('/');
  assert.equal(answer.statusCode, 200);
  assert.match(answer.body, /屋顶风车设置许可/);
  assert.match(answer.body, /安家落户/);
});

test('an address that leads nowhere is answered by a page that helps, in large type where chosen', async (t) => {
  const world = await portalWorld(t);
  const answer = await world.portal.http.inject({ url: '/nowhere', cookies: { theme: 'large', size: '3' } });
  assert.equal(answer.statusCode, 404);
  assert.match(answer.body, /data-theme="large" data-size="3"/);
  assert.match(answer.body, /没有找到这个页面/);
});

test('a guide shows conditions, materials, limits, steps, law and remedies, and a form to apply with', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world);
  const { body, statusCode } = await world.portal.http.inject(`/items/${item.divisionCode}/${item.itemId}`);
  assert.equal(statusCode, 200);
  for (const part of ['屋顶归申请人', '安装图纸', '5 个工作日', '审查', '行政许可法', '行政复议', 'href="/apply/'])
    assert.ok(body.includes(part), part);
});

test('a guide says how long what is sent stays, by what the item says', async (t) => {
  const world = await portalWorld(t);
  const said = async (more: Parameters<typeof givenItem>[1], cookies = {}) => {
    const item = await givenItem(world, more);
    return (await world.portal.http.inject({ url: `/items/${item.divisionCode}/${item.itemId}`, cookies })).body;
  };
  assert.match(await said({}), /办结后保存 10 年，到期删除；撤回或者失效的，保存 5 年，到期删除。/);
  const land = { retention: { decided: 'permanent', undecided: '30-years' } } as const;
  assert.match(await said(land), /办结后永久保存；撤回或者失效的，保存 30 年，到期删除。/);
  assert.match(
    await said(land, { lang: 'en' }),
    /kept permanently after your case has ended; .* kept for 30 years and then/,
  );
  assert.doesNotMatch(await said({ ...land, online: 'guide-only' }), /永久保存/);
});

test('help says whether the hall is open now, or why not and when it opens', async (t) => {
  const world = await portalWorld(t);
  await world.with(systemActor('test'), (ctx) => adoptBuiltInYears(ctx));
  await world.with(systemActor('test'), (ctx) =>
    saveHall(ctx, { divisionCode: '990100', name: '大厅', address: '路', phone: '12345', hours: '', windows: [] }),
  );
  const said = async (at: string) => {
    world.now = new Date(`2026-${at}:00+08:00`).toISOString() as typeof world.now;
    return (await world.portal.http.inject('/help')).body;
  };
  assert.match(await said('09-29T09:30'), /现在开放，到 12:00/);
  assert.match(await said('09-29T12:30'), /今天 13:30 开放/);
  assert.match(await said('09-30T17:00'), /现在没有开放，10月8日 周四 09:00 开放/);
  assert.match(await said('10-01T10:00'), /今天不开放（国庆节[^）]*），10月8日 周四 09:00 开放/);
});

test('a guide sends nobody to a hall that has closed for good, nor does help', async (t) => {
  const world = await portalWorld(t);
  const hall = { name: '大厅', address: '旧路9号', phone: '12345', hours: '' };
  // A guide frozen before halls were trimmed may name one with a space behind it.
  const item = await givenItem(world, { windows: [{ hall: `${hall.name} `, address: hall.address }] });
  await world.with(systemActor('test'), async (ctx) => {
    await saveHall(ctx, { divisionCode: '990100', ...hall, windows: [] });
    await endHall(ctx, { divisionCode: '990100', name: hall.name });
  });
  const { body } = await world.portal.http.inject(`/items/${item.divisionCode}/${item.itemId}`);
  assert.match(body, /这个大厅已停用/);
  for (const page of [body, (await world.portal.http.inject('/help')).body]) assert.doesNotMatch(page, /旧路9号/);
});

test('a guide that is incomplete says how to go to a counter and has no button that would fail', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world, { online: 'guide-only' });
  const { body } = await world.portal.http.inject(`/items/${item.divisionCode}/${item.itemId}`);
  assert.match(body, /还不能网上办/);
  assert.doesNotMatch(body, /href="\/apply/);
});

test('of a line of an imported list nothing is claimed that its source never said: no free of charge, no nothing to bring', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world, { online: 'guide-only', materials: [], laws: [], faqs: [], hours: '' });
  const page = async (cookie?: string) => {
    const headers = cookie ? { cookie } : {};
    return (await world.portal.http.inject({ url: `/items/${item.divisionCode}/${item.itemId}`, headers })).body;
  };
  assert.equal((await page()).split('指南里还没有写').length, 3);
  assert.doesNotMatch(await page(), /不收费|不需要准备材料|谁可以办|办公时间/);
  assert.doesNotMatch(await page('lang=en'), /No fee|You need nothing|Who may apply|Opening hours/);
  const found = await world.portal.http.inject(`/search?q=${encodeURIComponent(item.name)}`);
  assert.match(found.body, /指南待补齐/);
});

test('a guide says how often to come and why, whether the original is wanted, who issues a paper, and how old it may be', async (t) => {
  const world = await portalWorld(t);
  const { materials } = guide({ id: '', name: '' });
  const [first] = materials;
  const item = await givenItem(world, {
    materials: first ? [{ ...first, form: 'original', sourceNote: '政府部门核发', validMonths: 6 }] : [],
    particulars: { visits: 1, visitReason: '核验原件', visitReasonEn: 'the original is looked at' },
  });
  const url = `/items/${item.divisionCode}/${item.itemId}`;
  const { body } = await world.portal.http.inject(url);
  for (const words of ['1 次：核验原件', '要原件', '政府部门核发', '要近 6 个月内的'])
    assert.ok(body.includes(words), words);
  assert.match((await world.portal.http.inject({ url, cookies: { lang: 'en' } })).body, /1: the original is looked at/);
});

test('a guide leads to the blank form and the example of a material, and says that they lie on another site', async (t) => {
  const world = await portalWorld(t);
  const { materials } = guide({ id: '', name: '' });
  const paper = { blankForm: 'https://forms.example/1.doc', example: 'http://forms.example/2.pdf', pageFormat: 'A4' };
  const item = await givenItem(world, {
    materials: materials.flatMap((one) => [
      { ...one, ...paper },
      { ...one, key: 'photo', name: '照片', example: 'javascript:alert(1)' },
    ]),
    particulars: { quota: '每年 20 个', isBookable: false, effectiveOn: '2026-02-01' },
  });
  const page = async (lang: string) =>
    (await world.portal.http.inject({ url: `/items/${item.divisionCode}/${item.itemId}`, cookies: { lang } })).body;
  const zh = await page('zh');
  assert.match(zh, /<a href="https:\/\/forms.example\/1.doc"[^>]*>空白表格（去另一个网站 forms.example）/);
  assert.match(zh, /<a href="http:\/\/forms.example\/2.pdf"[^>]*>填写样例/);
  for (const words of ['规格：A4', '每年 20 个', '不用预约', '2026年2月1日']) assert.ok(zh.includes(words), words);
  assert.ok(!zh.includes('javascript:'));
  const en = await page('en');
  for (const words of ['1 February 2026', 'An example, filled in (leads to another site, forms.example)'])
    assert.ok(en.includes(words), words);
});

test('what is only on the list leads to the site it came from, unless that is no address of the web', async (t) => {
  const world = await portalWorld(t);
  const page = async (webLink: string) => {
    const item = await givenItem(world, { online: 'guide-only', code: webLink, particulars: { webLink } });
    return (await world.portal.http.inject(`/items/${item.divisionCode}/${item.itemId}`)).body;
  };
  assert.match(
    await page('http://list.example/item?a=1'),
    /href="http:\/\/list.example\/item\?a=1"[^>]*>看发布[^<]*list.example/,
  );
  assert.doesNotMatch(await page('/front/item'), /看发布/);
  assert.doesNotMatch(await page('data:text/html,x'), /看发布/);
});

test('search finds by everyday words, and finds 长辈版 under each of its names', async (t) => {
  const world = await portalWorld(t);
  await givenItem(world);
  const found = await world.portal.http.inject(`/search?q=${encodeURIComponent('装风车')}`);
  assert.match(found.body, /找到 1 项[\s\S]*屋顶风车设置许可/);
  for (const name of ['长辈版', '亲情版', '关爱版', '关怀版']) {
    const answer = await world.portal.http.inject(`/search?q=${encodeURIComponent(name)}`);
    assert.match(answer.body, /\/display\?theme=large/, name);
  }
});

test('for what is not offered search says that nothing was found and where to ask, and puts other benefits below that', async (t) => {
  const world = await portalWorld(t);
  await givenItem(world);
  await givenItem(world, { name: '屋顶风车补贴' });
  const page = async (words: string, lang = 'zh') =>
    (await world.portal.http.inject({ url: `/search?q=${encodeURIComponent(words)}`, cookies: { lang } })).body;
  const body = await page('取暖补贴');
  assert.match(
    body,
    /没有找到“取暖补贴”[\s\S]*12345[\s\S]*href="\/departments"[\s\S]*<h2>也许有关<\/h2>[\s\S]*<h3>[\s\S]*屋顶风车补贴/,
  );
  assert.doesNotMatch(body, /找到 1 项/);
  assert.match(await page('取暖补贴', 'en'), /Nothing found for[\s\S]*Perhaps related/);
  assert.doesNotMatch(await page('采矿许可'), /也许有关|屋顶风车/);
  // What shares a word with the question may still be something else: below it stands where else to ask.
  const found = await page('风车许可');
  assert.doesNotMatch(found, /也许有关/);
  assert.match(found, /找到 \d 项[\s\S]*没有您要的？[\s\S]*href="\/departments"[\s\S]*href="tel:12345"/);
  assert.doesNotMatch(await page(''), /没有您要的/);
});

test('life events, departments and hostile addresses are answered', async (t) => {
  const world = await portalWorld(t);
  const item = await givenItem(world);
  for (const url of ['/events/home', '/departments', `/departments/${item.organisationId}`])
    assert.equal((await world.portal.http.inject(url)).statusCode, 200, url);
  for (const url of ['/events/x', '/departments/x', '/items/990100/x', "/items/9'/x", '/search?q=%00', '/assets/..%2f'])
    assert.ok((await world.portal.http.inject(url)).statusCode < 500, url);
});

test('a wish about looks is kept and never leads off the site', async (t) => {
  const world = await portalWorld(t);
  const answer = await world.portal.http.inject('/display?theme=large&size=2&back=//evil.example');
  assert.equal(answer.headers.location, '/');
  assert.equal(answer.cookies.find((cookie) => cookie.name === 'theme')?.value, 'large');
  const back = await world.portal.http.inject('/display?lang=en&back=%2Fdepartments');
  assert.equal(back.headers.location, '/departments');
});

test('style and scripts are kept for good under the name of their content', async (t) => {
  const world = await portalWorld(t);
  const { body } = await world.portal.http.inject('/');
  const href = /href="(\/assets\/style[^"]+)"/.exec(body)?.[1] ?? '';
  const style = await world.portal.http.inject(href);
  assert.equal(style.headers['cache-control'], 'public, max-age=31536000, immutable');
  const small = await world.portal.http.inject({ url: href, headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(brotliDecompressSync(small.rawPayload).toString(), style.body);
});

test('pages without a person go out compressed, pages that hold a token do not', async (t) => {
  const world = await portalWorld(t);
  const headers = { 'accept-encoding': 'gzip, br' };
  const open = await world.portal.http.inject({ url: '/', headers });
  assert.equal(open.headers['content-encoding'], 'br');
  assert.ok(open.rawPayload.length < 10_000);
  const tab = browse(world);
  await signIn(world, tab);
  const own = await world.portal.http.inject({ url: '/', headers, cookies: tab.cookies });
  assert.equal(own.headers['content-encoding'], undefined);
});

test('words that are cut in the middle of a rare character are searched for all the same', async (t) => {
  const world = await portalWorld(t);
  const words = `${'a'.repeat(199)}𠮷`;
  assert.equal((await world.portal.http.inject(`/search?q=${encodeURIComponent(words)}`)).statusCode, 200);
});

test('a city that has published nothing yet says so where its departments will stand', async (t) => {
  const world = await portalWorld(t);
  const { body, statusCode } = await world.portal.http.inject('/departments');
  assert.equal(statusCode, 200);
  assert.match(body, /这里还没有服务/);
  await givenItem(world);
  assert.doesNotMatch((await world.portal.http.inject('/departments')).body, /这里还没有服务/);
});

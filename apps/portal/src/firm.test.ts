import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { installShippedItems } from '@zhengtong/catalogue';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenCertificateType } from '@zhengtong/certificates/test';
import { addVerifiedPerson, registerFirm } from '@zhengtong/identity';
import { type Instant, must } from '@zhengtong/kernel';
import { systemActor } from '@zhengtong/platform';
import type { PortalWorld } from './test/index.ts';
import { browse, fileWindmill, givenOffice, hiddenOf, portalWorld, signIn } from './test/index.ts';

const firm = { creditCode: '91990100MA0990004N', name: '示例市晨光餐饮有限公司' };
const system = systemActor('test');

/** A verified person who legally represents the firm; answers the firm's id. */
const givenFirm = (world: PortalWorld): Promise<string> =>
  world.with(system, async (ctx) => {
    const chen = { phone: '13900000003', name: '陈建国', residentNumber: '990100199001010012' };
    return must(await registerFirm(ctx, { ...firm, legalRepresentativeId: await addVerifiedPerson(ctx, chen) })).id;
  });

test('who applies for a firm is asked nothing the house knows of it, and reads its name wherever the case stands', async (t) => {
  const world = await portalWorld(t);
  const { items } = await world.with(system, installShippedItems);
  const tab = browse(world);
  const as = await givenFirm(world);
  await signIn(world, tab, { phone: '13900000003' });

  const start = await tab.get(`/apply/990100/${items.get('food-business-licence')}`);
  assert.match(start.body, /健康证明（视情况/);
  assert.match(start.body, /平面布局图和操作流程图<\/li>/);
  const begun = await tab.post('/apply', { ...hiddenOf(start.body, '/apply'), as });
  const at = String(begun.headers.location).replace(/\/apply$/, '');
  const overview = (await tab.get(`${at}/apply`)).body;
  const stateOf = (label: string) => overview.split(`>${label}</dt>`)[1]?.split('</dd>')[0] ?? '';
  for (const known of ['您以什么身份申请？', '单位名称', '统一社会信用代码', '申请人姓名'])
    assert.match(stateOf(known), /已为您填好/, known);
  assert.match(stateOf('门店招牌名'), /可以不填/);
  // The first page asked is the first that nobody knows.
  assert.match(overview, new RegExp(`class="btn" href="${at}/questions/trade"`));

  const list = (await tab.get('/my/cases')).body;
  assert.match(list, /您现在代表示例市晨光餐饮有限公司/);
  assert.match(list, /替示例市晨光餐饮有限公司办/);
  assert.match((await tab.get(at)).body, /替示例市晨光餐饮有限公司办/);
});

test('the receipt names the firm a case was filed for, and nobody where it was filed for oneself', async (t) => {
  const world = await portalWorld(t);
  const { divisionCode, itemId } = await givenItem(world);
  const tab = browse(world);
  const firmId = await givenFirm(world);
  await signIn(world, tab, { phone: '13900000003' });
  const receiptFor = async (as: string): Promise<string> => {
    const start = await tab.get(`/apply/${divisionCode}/${itemId}`);
    const begun = await tab.post('/apply', { ...hiddenOf(start.body, '/apply'), as });
    const at = String(begun.headers.location).replace(/\/apply$/, '');
    const [filed] = await fileWindmill(tab, at);
    assert.equal(filed?.headers.location, `${at}/receipt`);
    return (await tab.get(`${at}/receipt`)).body;
  };
  assert.match(await receiptFor(firmId), /申请人<\/dt>\s*<dd[^>]*>示例市晨光餐饮有限公司/);
  assert.doesNotMatch(await receiptFor('self'), /<dt>申请人<\/dt>/);
});

test('whose firm has another legal representative sees and changes nothing of its cases, in the tab still open; the other does', async (t) => {
  const world = await portalWorld(t);
  const { items } = await world.with(system, installShippedItems);
  const [tab, next] = [browse(world), browse(world)];
  const as = await givenFirm(world);
  await signIn(world, tab, { phone: '13900000003' });
  const start = (await tab.get(`/apply/990100/${items.get('food-business-licence')}`)).body;
  const begun = await tab.post('/apply', { ...hiddenOf(start, '/apply'), as });
  const at = String(begun.headers.location).replace(/\/apply$/, '');
  const question = await tab.get(`${at}/questions/trade`);
  assert.equal(question.statusCode, 200);

  const lin = { phone: '13900000002', name: '林桂芳', residentNumber: '990100199001010020' };
  await world.with(system, async (ctx) => {
    must(await registerFirm(ctx, { ...firm, legalRepresentativeId: await addVerifiedPerson(ctx, lin) }));
  });
  for (const path of [at, `${at}/apply`, `${at}/questions/trade`]) assert.equal((await tab.get(path)).statusCode, 404);
  const sent = await tab.post(`${at}/questions/trade`, hiddenOf(question.body, `${at}/questions/trade`));
  assert.equal(sent.statusCode, 404);
  const anew = hiddenOf((await tab.get(`/apply/990100/${items.get('food-business-licence')}`)).body, '/apply');
  assert.equal((await tab.post('/apply', { ...anew, as })).statusCode, 404);
  const list = (await tab.get('/my/cases')).body;
  assert.doesNotMatch(list, /晨光/);

  await signIn(world, next, { phone: lin.phone });
  const again = (await next.get(`/apply/990100/${items.get('food-business-licence')}`)).body;
  await next.post('/apply', { ...hiddenOf(again, '/apply'), as });
  assert.equal((await next.get(at)).statusCode, 200);
});

/** Chen filed one case for the firm and one for himself; both were accepted. */
async function twoCases(t: TestContext) {
  const world = await portalWorld(t);
  const type = await givenCertificateType(world);
  const item = await givenItem(world, { certificateType: type.code });
  const office = await givenOffice(world, item);
  const tab = browse(world);
  const firmId = await givenFirm(world);
  await signIn(world, tab, { phone: '13900000003' });
  const file = async (as: string): Promise<string> => {
    const start = await tab.get(`/apply/${item.divisionCode}/${item.itemId}`);
    const begun = await tab.post('/apply', { ...hiddenOf(start.body, '/apply'), as });
    const at = String(begun.headers.location).replace(/\/apply$/, '');
    await fileWindmill(tab, at);
    return at.split('/').at(-1) ?? '';
  };
  const [own, ofFirm] = [await file('self'), await file(firmId)];
  for (const caseId of [own, ofFirm]) await office.accept(caseId);
  const act = async (as: 'self' | 'firm') => {
    const form = hiddenOf((await tab.get('/my/account')).body, '/my/acting');
    await tab.post('/my/acting', { ...form, as: as === 'firm' ? firmId : as });
  };
  const casesToldOf = async (by = tab): Promise<string[]> => {
    const list = (await by.get('/my/letters')).body;
    const hrefs = [...list.matchAll(/href="(\/my\/letters\/[0-9a-f-]{36})"/g)].map(([, href]) => href ?? '');
    const letters = await Promise.all(hrefs.map(async (href) => (await by.get(href)).body));
    // That a certificate was issued leads to the wallet.
    return [...new Set(letters.flatMap((body) => /href="\/my\/cases\/([0-9a-f-]{36})/.exec(body)?.[1] ?? []))];
  };
  return { world, tab, office, own, ofFirm, act, casesToldOf };
}

test('letters and certificates are those of whom one acts for, and one is told where letters to the firm wait', async (t) => {
  const { world, tab, office, own, ofFirm, act, casesToldOf } = await twoCases(t);
  for (const caseId of [own, ofFirm]) await office.decide(caseId, 'approved');
  const holders = async () => {
    const { body } = await tab.get('/my/certificates');
    return [...body.matchAll(/持有人<\/dt>\s*<dd[^>]*>([^<]+)/g)].map(([, name]) => name);
  };
  await act('self');
  assert.match((await tab.get('/my/letters')).body, new RegExp(`${firm.name}有 \\d 封未读来信`));
  assert.deepEqual([await casesToldOf(), await holders()], [[own], ['陈建国']]);

  await act('firm');
  assert.deepEqual([await casesToldOf(), await holders()], [[ofFirm], [firm.name]]);
  for (const [page, words] of [
    ['letters', '这里是写给它的信'],
    ['certificates', '这里是它的证照'],
  ] as const)
    assert.match((await tab.get(`/my/${page}`)).body, new RegExp(`您现在代表${firm.name}，${words}`));
  // All were opened above.
  await act('self');
  assert.doesNotMatch((await tab.get('/my/letters')).body, /晨光/);
  await world.drain();
  await act('firm');
  assert.deepEqual(await casesToldOf(), [ofFirm]);
});

test('once the firm has another representative, its letters lie before that one, whose phone rings; the other hears nothing', async (t) => {
  const { world, tab, office, ofFirm, casesToldOf } = await twoCases(t);
  await world.drain();
  const ringsOf = (phone: string) =>
    world.phone.listMessages(phone).filter(({ text }) => !text.includes('验证码')).length;
  const before = ringsOf('13900000003');
  assert.ok(before > 0);
  const lin = { phone: '13900000002', name: '林桂芳', residentNumber: '990100199001010020' };
  await world.with(system, async (ctx) => {
    must(await registerFirm(ctx, { ...firm, legalRepresentativeId: await addVerifiedPerson(ctx, lin) }));
  });
  await office.decide(ofFirm, 'approved');
  await world.drain();
  assert.equal(ringsOf('13900000003'), before);
  assert.ok(ringsOf(lin.phone) > 0);
  assert.ok(!(await casesToldOf()).includes(ofFirm));
  const next = browse(world);
  await signIn(world, next, { phone: lin.phone });
  const account = (await next.get('/my/account')).body;
  const as = hiddenOf(account, '/my/acting').as ?? '';
  await next.post('/my/acting', { ...hiddenOf(account, '/my/acting'), as });
  assert.deepEqual(await casesToldOf(next), [ofFirm]);
  assert.equal((await tab.get('/my/letters')).statusCode, 200);
});

test('a letter printed after the firm changed its name calls it as it was called then; its page calls it as it is now', async (t) => {
  const { world, tab, ofFirm } = await twoCases(t);
  world.now = new Date(Date.parse(world.now) + 60_000).toISOString() as Instant;
  await world.with(system, async (ctx) => {
    const chen = { phone: '13900000003', name: '陈建国', residentNumber: '990100199001010012' };
    const renamed = { ...firm, name: '示例市晨曦餐饮有限公司' };
    must(await registerFirm(ctx, { ...renamed, legalRepresentativeId: await addVerifiedPerson(ctx, chen) }));
  });
  assert.match((await tab.get(`/my/cases/${ofFirm}`)).body, /替示例市晨曦餐饮有限公司办/);
  const main = /<main[\s\S]*<\/main>/.exec((await tab.get(`/my/cases/${ofFirm}/slip`)).body)?.[0] ?? '';
  assert.match(main, /晨光/);
  assert.doesNotMatch(main, /晨曦/);
});

test('the address of a firm’s case, opened for oneself, offers to act for the firm and then shows the case; to others it is not there', async (t) => {
  const { world, tab, ofFirm, act } = await twoCases(t);
  await act('self');
  const offer = (await tab.get(`/my/cases/${ofFirm}`)).body;
  assert.match(offer, /这一件是替示例市晨光餐饮有限公司办的/);
  const changed = await tab.post('/my/acting', hiddenOf(offer, '/my/acting'));
  assert.equal(changed.headers.location, `/my/cases/${ofFirm}`);
  assert.match((await tab.get(`/my/cases/${ofFirm}`)).body, /替示例市晨光餐饮有限公司办/);
  const stranger = browse(world);
  await signIn(world, stranger, { phone: '13900000001' });
  assert.equal((await stranger.get(`/my/cases/${ofFirm}`)).statusCode, 404);
});

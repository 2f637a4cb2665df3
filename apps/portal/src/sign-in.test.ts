import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askCode, browse, hiddenOf, portalWorld, signIn } from './test/index.ts';

test('a phone and its code sign a person in and bring them back to where they were', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  await tab.get('/sign-in?back=%2Fdepartments');
  const answer = await signIn(world, tab);
  assert.equal(answer.headers.location, '/departments');
  assert.match((await tab.get('/departments')).body, /action="\/sign-out"/);
  assert.match((await tab.get('/nowhere')).body, /action="\/sign-out"/);
});

test('a code that is queued is said to be on its way; a city without text messages says so before a number is typed', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  const form = await tab.get('/sign-in');
  await tab.post('/sign-in', { ...hiddenOf(form.body), phone: '13900000001' });
  assert.match((await tab.get('/sign-in/code')).body, /验证码正在发送到您的手机/);

  const without = await portalWorld(t, { codes: { hasTexts: false } });
  const page = await browse(without).get('/sign-in');
  assert.match(page.body, /还没有开通短信[^<]*12345/);
  assert.doesNotMatch(page.body, /name="phone"/);
  const posted = await browse(without).post('/sign-in', { ...hiddenOf(form.body), phone: '13900000001' });
  assert.equal(posted.statusCode, 503);
  assert.match(posted.body, /还没有开通短信/);
  assert.deepEqual(await without.eventNames(), []);
});

test('a double click on the code signs in twice with one code and one answer', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  await tab.get('/sign-in');
  const form = await askCode(world, tab);
  const [first, second] = await Promise.all([tab.post('/sign-in/code', form), tab.post('/sign-in/code', form)]);
  assert.deepEqual([first?.statusCode, second?.statusCode], [303, 303]);
});

test('the form of one browser, sent again by another, signs nobody in there', async (t) => {
  const world = await portalWorld(t);
  const [owner, thief] = [browse(world), browse(world)];
  const form = await askCode(world, owner);
  assert.equal((await owner.post('/sign-in/code', form)).statusCode, 303);
  await askCode(world, thief, { phone: '13900000002' });
  assert.equal((await thief.post('/sign-in/code', form)).statusCode, 422);
  assert.equal(thief.cookies['__Host-person'], undefined);
});

test('a wrong phone and a wrong code are told beside their field', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  const page = await tab.get('/sign-in');
  const wrong = await tab.post('/sign-in', { ...hiddenOf(page.body), phone: '123' });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /错误：/);
  const form = await askCode(world, tab);
  const refused = await tab.post('/sign-in/code', { ...form, code: '000000x' });
  assert.match(refused.body, /验证码不对/);
});

test('a post from another site, or without the token, does nothing', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  await signIn(world, tab);
  const foreign = await tab.post('/sign-out', { token: 'x' });
  assert.equal(foreign.statusCode, 403);
  const page = await tab.get('/');
  const crossed = await tab.post('/sign-out', hiddenOf(page.body), { origin: 'https://evil.example' });
  assert.equal(crossed.statusCode, 403);
  assert.equal((await tab.post('/sign-out', hiddenOf(page.body))).headers.location, '/');
  assert.doesNotMatch((await tab.get('/')).body, /action="\/sign-out"/);
});

test('an address that needs a person leads to signing in and back', async (t) => {
  const world = await portalWorld(t);
  const answer = await world.portal.http.inject('/my/verification');
  assert.equal(answer.headers.location, '/sign-in?back=%2Fmy%2Fverification');
});

test('what no page can hold is answered by a page in the reader’s language', async (t) => {
  const world = await portalWorld(t);
  const answer = await world.portal.http.inject({ url: '/search?q=%00', headers: { 'accept-language': 'en' } });
  assert.equal(answer.statusCode, 400);
  assert.match(String(answer.headers['content-type']), /^text\/html/);
  assert.match(answer.body, /not in the right form/);
});

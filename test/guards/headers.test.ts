import assert from 'node:assert/strict';
import test from 'node:test';
import { newId, roles } from '@zhengtong/kernel';
import { actorOf, furnish, type WholeHouse, wholeHouse } from './whole-house.ts';

/** What the reader of the API description draws with; it shows public text alone. */
const drawsWithStyleAttributes = ['/api'];
/** How somebody likes to read: no secret, so these live on without TLS too. */
const preferences = /^(lang|theme|display)=[a-z-]{0,20};/;

/** One answer of each route, as somebody it lets in, plus what is answered where no route is. */
async function answersOf(house: WholeHouse) {
  const { staff, person } = await furnish(house.world);
  const answers: { url: string; status: number; headers: Record<string, unknown> }[] = [];
  const ask = async (method: string, url: string, headers: Record<string, string> = {}) => {
    const response = await house.app.http.inject({ method: method as 'GET', url, headers, payloadAsStream: true });
    response.stream().destroy();
    answers.push({ url, status: response.statusCode, headers: response.headers });
  };
  for (const { method, url, allow } of house.doors) {
    const role = roles.find((one) => allow.includes(one)) ?? 'public';
    const actor = role === 'person' ? person : (staff.get(role) ?? actorOf(role));
    const path = url.replace(/:\w+/g, newId()).replace('*', 'x');
    await ask(method, path, { ...house.as(actor), 'idempotency-key': newId() });
    // Strangers are answered by the gate, under the same headers.
    await ask(method, path);
  }
  await ask('GET', '/nowhere');
  await ask('GET', '/api/nowhere');
  await ask('GET', '/%ED%A0%80');
  await ask('POST', '/sign-in', { 'content-type': 'application/x-www-form-urlencoded' });
  await ask('GET', '/display?theme=large&lang=en&back=/');
  return answers;
}

test('every answer says what a browser may do with it: nothing inline, nothing guessed, nothing framed, nothing kept', async (t) => {
  const house = await wholeHouse(t);
  for (const { url, headers } of await answersOf(house)) {
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/, url);
    assert.match(policy, /frame-ancestors 'none'/, url);
    assert.match(policy, /base-uri 'none'/, url);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    assert.doesNotMatch(scripts, /unsafe-|\*|https?:/, url);
    if (!drawsWithStyleAttributes.includes(url)) assert.doesNotMatch(policy, /unsafe-/, url);
    assert.equal(headers['x-content-type-options'], 'nosniff', url);
    assert.equal(headers['referrer-policy'], 'same-origin', url);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', url);
    assert.match(String(headers['strict-transport-security']), /max-age=31536000/, url);
    assert.equal(headers['x-powered-by'], undefined, url);
  }
});

test('a nonce is never used twice', async (t) => {
  const house = await wholeHouse(t);
  const nonces = (await answersOf(house)).map(
    ({ headers }) => /script-src [^;]*'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
  );
  assert.equal(new Set(nonces).size, nonces.length);
});

test('what is personal is kept by no cache', async (t) => {
  const house = await wholeHouse(t);
  const open = new Set(house.doors.filter(({ allow }) => allow.includes('public')).map(({ url }) => url));
  for (const { url, headers } of await answersOf(house)) {
    if (/^\/api\/console\/(?!session)|^\/my|^\/apply/.test(url) && !open.has(url)) {
      assert.match(String(headers['cache-control']), /no-store/, url);
    }
  }
});

test('every cookie is bound to this host over TLS and hidden from scripts; only how to read may live without', async (t) => {
  const house = await wholeHouse(t);
  const cookies = (await answersOf(house)).flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat() as string[]);
  for (const cookie of cookies) {
    assert.match(cookie, /; ?HttpOnly/i, cookie);
    assert.match(cookie, /; ?SameSite=(Lax|Strict)/i, cookie);
    assert.match(cookie, /; ?Path=\//i, cookie);
    assert.doesNotMatch(cookie, /; ?Domain=/i, cookie);
    if (!preferences.test(cookie)) assert.match(cookie, /^__Host-[^;]*;.*; ?Secure/i, cookie);
  }
});

test('a flood on one way to sign in is counted apart from the other: staff and citizens share many an address', async (t) => {
  const { doors } = await wholeHouse(t);
  const costsOf = (path: string) => doors.find(({ method, url }) => method === 'POST' && url === path)?.costs;
  const [citizens, code, staff] = ['/sign-in', '/sign-in/code', '/api/console/session'].map(costsOf);
  assert.ok(citizens && staff && citizens !== 'ordinary' && staff !== 'ordinary');
  assert.equal(code, citizens);
  assert.notEqual(staff, citizens);
});

test('who tries numbers of certificates is counted as one, by the pages and by the API alike', async (t) => {
  const { doors } = await wholeHouse(t);
  const costsOf = (url: string) => doors.find((door) => door.url === url && door.costs !== 'ordinary')?.costs;
  for (const url of ['/verify', '/v/:identifier', '/api/v1/certificates/:identifier/verification'])
    assert.equal(costsOf(url), 'verify', url);
});

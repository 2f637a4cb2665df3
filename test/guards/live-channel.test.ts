// The console's live channel stays open without asking again, so it has to end by itself when its session does.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { addLiveChannel } from '@zhengtong/console/serve';
import { authenticate, disableStaff, identityModule, listStanding } from '@zhengtong/identity';
import { givenOrganisation, givenSession, givenStaff } from '@zhengtong/identity/test';
import { type Instant, must } from '@zhengtong/kernel';
import { buildApp, createLog } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';

async function worldWithChannel(t: TestContext) {
  const world = await testWorld(t, { modules: [identityModule] });
  const { setting } = world;
  const logger = createLog('silent');
  const app = await buildApp({ setting, logger, authenticate: authenticate(setting), wake: () => {}, isSecure: false });
  identityModule.routes?.(app);
  addLiveChannel(app, { pollMs: 30, listStanding: (ids) => listStanding(setting, ids) });
  const origin = await app.http.listen({ host: '127.0.0.1', port: 0 });
  t.after(() => app.http.close());
  const organisation = await givenOrganisation(world);
  const admin = await givenStaff(world, 'administrator', organisation);

  /** A clerk with an open channel. `ended` is settled when the far side ends it. */
  const listen = async () => {
    const clerk = await givenStaff(world, 'clerk', organisation);
    const cookie = await givenSession(world, clerk);
    const response = await fetch(`${origin}/api/console/live`, { headers: { cookie } });
    assert.equal(response.status, 200);
    let hasEnded = false;
    const ended = response.text().then(() => {
      hasEnded = true;
    });
    return { clerk, cookie, ended, hasEnded: () => hasEnded };
  };
  return { world, origin, admin, listen };
}

/** Long enough for a few looks. */
const looks = () => new Promise((resolve) => setTimeout(resolve, 300));

test('the live channel ends at sign-out, and a colleague goes on listening', async (t) => {
  const { origin, listen } = await worldWithChannel(t);
  const [leaving, staying] = [await listen(), await listen()];
  await looks();
  assert.equal(leaving.hasEnded(), false);
  const out = await fetch(`${origin}/api/console/session`, { method: 'DELETE', headers: { cookie: leaving.cookie } });
  assert.equal(out.status, 200);
  await leaving.ended;
  assert.equal(staying.hasEnded(), false);
});

test('the live channel ends with the account, with a session left idle, and is no sign of life', async (t) => {
  const { world, admin, listen } = await worldWithChannel(t);
  const [disabled, idle] = [await listen(), await listen()];
  must(await world.run(admin, (ctx) => disableStaff(ctx, { divisionCode: '990100', id: disabled.clerk.id })));
  await disabled.ended;
  assert.equal(idle.hasEnded(), false);
  // Looked at all the while, and idle all the same.
  world.now = new Date(Date.parse(world.now) + 16 * 60_000).toISOString() as Instant;
  await idle.ended;
});

// The console's live channel stays open without asking again, so it has to end by itself when its session does.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { CaseAccepted, CaseTransferred } from '@zhengtong/cases/contract';
import { addLiveChannel } from '@zhengtong/console/serve';
import { authenticate, disableStaff, identityModule, listStanding } from '@zhengtong/identity';
import { givenOrganisation, givenSession, givenStaff } from '@zhengtong/identity/test';
import { type Instant, must, newId } from '@zhengtong/kernel';
import { buildApp, createLog, emit } from '@zhengtong/platform';
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
  const listen = async (at = organisation) => {
    const clerk = await givenStaff(world, 'clerk', at);
    const cookie = await givenSession(world, clerk);
    const response = await fetch(`${origin}/api/console/live`, { headers: { cookie } });
    assert.equal(response.status, 200);
    let hasEnded = false;
    const ended = response.text().then((text) => {
      hasEnded = true;
      return text;
    });
    return { clerk, cookie, ended, hasEnded: () => hasEnded };
  };
  return { world, origin, organisation, admin, listen };
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

test('of a case that went to another body hear that body and the one it left, and no third; of one told in the old shape, that body', async (t) => {
  const { world, admin, organisation, listen } = await worldWithChannel(t);
  const [other, third] = [
    await givenOrganisation(world, '示例市审批局'),
    await givenOrganisation(world, '示例市档案馆'),
  ];
  const channels = [await listen(), await listen(other), await listen(third)];
  const [moved, movedBefore, accepted] = [newId(), newId(), newId()];
  const about = { divisionCode: '990100', itemId: newId(), itemVersion: 1, applicantId: newId(), seq: 4 };
  const tell = (event: typeof CaseTransferred | typeof CaseAccepted, caseId: string, at: object) =>
    world.with(admin, (ctx) => {
      const payload = { ...about, caseId, organisationId: organisation.id, ...at };
      return emit(ctx, { event: event as typeof CaseTransferred, divisionCode: '990100', key: caseId, payload });
    });
  await tell(CaseTransferred, moved, { organisationId: other.id, leftOrganisationId: organisation.id });
  await tell(CaseTransferred, movedBefore, { organisationId: other.id });
  await tell(CaseAccepted, accepted, {});
  await looks();
  const heard = await Promise.all(
    channels.map(async ({ clerk, ended }) => {
      must(await world.run(admin, (ctx) => disableStaff(ctx, { divisionCode: '990100', id: clerk.id })));
      const text = await ended;
      return [moved, movedBefore, accepted].map((id) => text.includes(id));
    }),
  );
  assert.deepEqual(heard, [
    [true, false, true],
    [true, true, false],
    [false, false, false],
  ]);
});

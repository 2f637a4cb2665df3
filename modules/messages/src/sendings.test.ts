import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { requestCode, subjectOf, takeCode } from '@zhengtong/identity';
import { givenPerson } from '@zhengtong/identity/test';
import { type Instant, must, newId, refuse } from '@zhengtong/kernel';
import { listReadsOf, nobody } from '@zhengtong/platform';
import { person as anyPerson, reading, staff, testWorld, type World } from '@zhengtong/platform/test';
import type { ChannelRefusal, MailChannel, SmsChannel } from './channels/channel.ts';
import { ListDeliveries, ListSendings, TryDeliveryAgain, TrySendingAgain } from './contract.ts';
import { confirmMailAddress, demoPhone, findMailAddress, giveMailAddress, messagesModule } from './index.ts';
import { givenLetter, readWholeDatabase } from './test.ts';

const phone = '13900000001';
const letterTo = (to: string) => ({
  to,
  template: 'case-approved' as const,
  values: { itemName: '食品经营许可', number: 'A7', caseId: newId() },
  divisionCode: '990100',
});

type Line = { id: string; outcome: string; channel: string; receiver: string; template: string; lastError: string };
async function listLines(world: World, as = staff('supervisor'), of: 'own' | 'house' = 'own'): Promise<Line[]> {
  const { body } = await world.call(ListSendings, { as, query: { of } });
  return body.messages as Line[];
}

/** An SMS channel that answers what the test says until it says otherwise. */
function troubled(first: ChannelRefusal) {
  const phones = demoPhone();
  const state: { trouble: ChannelRefusal | undefined } = { trouble: first };
  const sms: SmsChannel = { send: async (message) => (state.trouble ? refuse(state.trouble) : phones.send(message)) };
  return { state, phones, sms };
}

async function troubledWorld(t: TestContext, first: ChannelRefusal) {
  const channel = troubled(first);
  const world = await testWorld(t, { modules: [messagesModule({ sms: channel.sms })] });
  const person = await givenPerson(world, { phone });
  return { world, person, ...channel };
}

const later = (world: World, hours: number): void => {
  world.now = new Date(Date.parse(world.now) + hours * 3_600_000).toISOString() as Instant;
};

test('a letter rings the phone by day, and says on it neither the matter nor a name', async (t) => {
  const sms = demoPhone();
  const world = await testWorld(t, { modules: [messagesModule({ sms })] });
  const person = await givenPerson(world, { phone });
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  const [message] = sms.listMessages(phone);
  assert.match(message!.text, /A7.*已获批准/);
  assert.doesNotMatch(message!.text, /食品|王小明|http/);
});

test('a letter of the evening rings at eight in the morning', async (t) => {
  const sms = demoPhone();
  const world = await testWorld(t, { modules: [messagesModule({ sms })], now: '2026-09-21T14:30:00Z' });
  const person = await givenPerson(world, { phone });
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  world.now = '2026-09-21T23:59:59.000Z' as Instant;
  await world.drain();
  assert.equal(sms.listMessages(phone).length, 0);
  world.now = '2026-09-22T00:00:00.000Z' as Instant;
  await world.drain();
  assert.equal(sms.listMessages(phone).length, 1);
});

test('what was due in the evening and comes to its turn at night waits for the morning, as the same try', async (t) => {
  const channel = troubled({ kind: 'away', said: 'http 503' });
  const world = await testWorld(t, { modules: [messagesModule({ sms: channel.sms })], now: '2026-09-21T12:50:00Z' });
  const person = await givenPerson(world, { phone });
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  channel.state.trouble = undefined;
  // Due again at 20:51; the program stood still until half past ten at night.
  world.now = '2026-09-21T14:30:00.000Z' as Instant;
  await world.drain();
  assert.equal(channel.phones.listMessages(phone).length, 0);
  world.now = '2026-09-22T00:00:00.000Z' as Instant;
  await world.drain();
  assert.equal(channel.phones.listMessages(phone).length, 1);
  assert.equal((await listLines(world))[0]!.outcome, 'sent');
});

test('a channel that is away is tried again later, and the message arrives once', async (t) => {
  const { world, person, state, phones } = await troubledWorld(t, { kind: 'away', said: 'http 503' });
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  assert.deepEqual(
    (await listLines(world)).map((line) => [line.outcome, line.lastError]),
    [['waiting', 'http 503']],
  );
  state.trouble = undefined;
  later(world, 1);
  await world.drain();
  await world.drain();
  assert.equal(phones.listMessages(phone).length, 1);
  assert.equal((await listLines(world))[0]!.outcome, 'sent');
});

test('a message that failed for good is told, listed, and sent when staff try again', async (t) => {
  const { world, person, state, phones } = await troubledWorld(t, { kind: 'refused', said: 'http 400' });
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  const [line] = await listLines(world);
  assert.equal(line!.outcome, 'failed');
  assert.ok((await world.eventNames()).includes('message.failed'));
  state.trouble = undefined;
  const again = (as = staff('supervisor')) => world.call(TrySendingAgain, { as, params: { id: line!.id } });
  assert.equal((await again(staff('supervisor', { divisionCode: '990102' }))).status, 404);
  assert.equal((await again()).status, 200);
  assert.equal((await again()).status, 409);
  await world.drain();
  assert.equal(phones.listMessages(phone).length, 1);
});

test('a channel that stays away is given up after half a day, not before', async (t) => {
  const { world, person } = await troubledWorld(t, { kind: 'away', said: 'ECONNREFUSED' });
  await givenLetter(world, letterTo(person.id));
  for (let hour = 0; hour < 48; hour++) {
    await world.drain();
    if (hour === 8) assert.equal((await listLines(world))[0]!.outcome, 'waiting');
    later(world, 1);
  }
  assert.equal((await listLines(world))[0]!.outcome, 'failed');
});

test('staff see that a message went out, not what it said nor to whom', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule({ sms: demoPhone() })] });
  const person = await givenPerson(world, { phone });
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  const [line] = await listLines(world);
  assert.deepEqual([line!.receiver, line!.template, line!.channel], ['139****0001', 'case-approved', 'sms']);
  assert.doesNotMatch(JSON.stringify(line), /13900000001|食品|A7/);
  assert.doesNotMatch(await readWholeDatabase(world), /13900000001|139\*|食品经营/);
});

test('every read of a phone to send to it stands in the access log of the person', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule({ sms: demoPhone() })] });
  const person = await givenPerson(world, { phone });
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  const reads = await reading(world, person, (ctx) => listReadsOf(ctx, subjectOf(ctx, person.id)));
  assert.deepEqual(
    reads.map(({ purpose, fields }) => [purpose, fields]),
    [['发送短信通知', ['phone']]],
  );
});

test('a sign-in code goes out at once by night, and stands nowhere afterwards', async (t) => {
  const sms = demoPhone();
  const world = await testWorld(t, { modules: [messagesModule({ sms })], now: '2026-09-21T18:00:00Z' });
  must(await world.run(nobody, (ctx) => requestCode(ctx, { phone, address: '192.0.2.7' })));
  await world.drain();
  const code = /\d{6}/.exec(sms.listMessages(phone)[0]!.text)![0];
  assert.doesNotMatch(await readWholeDatabase(world), new RegExp(`"[^"]*\\b${code}\\b[^"]*"`));
  const [line] = await listLines(world, staff('administrator'), 'house');
  assert.deepEqual([line!.template, line!.outcome, line!.receiver], ['sign-in-code', 'sent', '139****0001']);
  assert.equal(await reading(world, nobody, (ctx) => takeCode(ctx, line!.id)), undefined);
});

test('a code the channel could not send is tried within seconds, fails with the code, and cannot be sent again', async (t) => {
  const { world } = await troubledWorld(t, { kind: 'away', said: 'http 503' });
  must(await world.run(nobody, (ctx) => requestCode(ctx, { phone, address: '192.0.2.7' })));
  await assert.rejects(world.drain(), /SMS channel is away: http 503/);
  const as = staff('administrator');
  assert.equal((await listLines(world, as, 'house'))[0]!.outcome, 'waiting');
  const { body } = await world.call(ListDeliveries, { as, query: { of: 'house' } });
  assert.equal((body.deliveries as { subscriber: string }[])[0]!.subscriber, 'messages.send-code');
  later(world, 1);
  await world.drain();
  assert.equal((await listLines(world, as, 'house'))[0]!.outcome, 'failed');
});

test('only administrators see what belongs to no division, and only a parked delivery is put back', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule()] });
  const asked = { query: { of: 'house' as const } };
  assert.equal((await world.call(ListDeliveries, { as: staff('supervisor'), ...asked })).status, 403);
  assert.equal((await world.call(ListSendings, { as: staff('auditor'), ...asked })).status, 403);
  assert.equal((await world.call(ListSendings, { as: staff('clerk'), query: {} })).status, 403);
  const again = { params: { eventId: newId() }, body: { subscriber: 'x', of: 'house' as const } };
  assert.equal((await world.call(TryDeliveryAgain, { as: staff('administrator'), ...again })).status, 409);
});

test('no mail goes to an address before its owner gave back the code sent to it', async (t) => {
  const sent: Parameters<MailChannel['send']>[0][] = [];
  const mail: MailChannel = { send: async (message) => ({ ok: true, value: void sent.push(message) }) };
  const world = await testWorld(t, { modules: [messagesModule({ mail, siteUrl: 'https://zwfw.example.cn' })] });
  const person = await givenPerson(world);
  must(await world.run(person, (ctx) => giveMailAddress(ctx, 'wang@example.com')));
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  assert.equal(sent.length, 1);
  const code = /\d{6}/.exec(sent[0]!.text)![0];
  const wrong = code === '000000' ? '000001' : '000000';
  assert.equal((await world.run(person, (ctx) => confirmMailAddress(ctx, wrong))).ok, false);
  must(await world.run(person, (ctx) => confirmMailAddress(ctx, code)));
  await givenLetter(world, letterTo(person.id));
  await world.drain();
  assert.match(sent[1]!.text, /食品经营许可[\s\S]*https:\/\/zwfw\.example\.cn\/my\/cases\//);
  assert.deepEqual(await world.with(person, findMailAddress), { address: 'wang@example.com', isConfirmed: true });
});

test('twenty wrong codes or addresses at once are no more than five', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule()] });
  const person = anyPerson();
  const twenty = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, work));
  const given = await twenty(() => world.run(person, (ctx) => giveMailAddress(ctx, 'wang@example.com')));
  assert.equal(given.filter((one) => one.ok).length, 5);
  const tried = await twenty(() => world.run(person, (ctx) => confirmMailAddress(ctx, 'abc')));
  const wrong = tried.filter((one) => !one.ok && one.refusal.kind === 'code-wrong');
  assert.equal(wrong.length, 5);
});

test('five wrong codes end the trying, and six addresses a day are too many', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule()] });
  const person = anyPerson();
  const give = () => world.run(person, (ctx) => giveMailAddress(ctx, 'wang@example.com'));
  for (let i = 0; i < 5; i++) must(await give());
  assert.deepEqual(await give(), { ok: false, refusal: { kind: 'too-many-asks' } });
  const kinds: string[] = [];
  for (let i = 0; i < 6; i++) {
    const confirmed = await world.run(person, (ctx) => confirmMailAddress(ctx, 'abc'));
    kinds.push(confirmed.ok ? 'ok' : confirmed.refusal.kind);
  }
  assert.deepEqual(kinds, [...Array(5).fill('code-wrong'), 'nothing-to-confirm']);
});

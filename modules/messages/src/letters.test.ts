import assert from 'node:assert/strict';
import test from 'node:test';
import { givenPerson } from '@zhengtong/identity/test';
import { newId, refuse } from '@zhengtong/kernel';
import { systemActor } from '@zhengtong/platform';
import { reading, testWorld } from '@zhengtong/platform/test';
import { countUnread, listLetters, messagesModule, openLetter, sendMessage } from './index.ts';
import { givenLetter, readWholeDatabase } from './test.ts';

const caseId = newId();
const about = (to: string) =>
  ({
    to,
    template: 'case-accepted',
    values: {
      itemName: '食品经营许可',
      itemNameEn: 'Food business licence',
      number: '990100-A7',
      caseId,
      dueOn: '2026-10-20',
    },
    caseId,
    divisionCode: '990100',
  }) as const;

test('a letter says what was accepted, what happens next and where to go on, in both languages', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule()] });
  const person = await givenPerson(world);
  await givenLetter(world, about(person.id));
  const [letter] = await reading(world, person, (ctx) => listLetters(ctx));
  assert.equal(letter?.zh.title, '您的申请已受理');
  assert.match(letter!.zh.lines.join(''), /食品经营许可.*2026年10月20日.*接下来/);
  assert.match(letter!.en.lines.join(' '), /Food business licence.*20 October 2026.*What happens next/);
  assert.equal(letter!.path, `/my/cases/${caseId}`);
});

test('a letter about something that was refused is never written', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule()] });
  const person = await givenPerson(world);
  await world.run(systemActor('test'), async (ctx) => {
    await sendMessage(ctx, about(person.id));
    return refuse({ kind: 'no' });
  });
  assert.deepEqual(await reading(world, person, (ctx) => listLetters(ctx)), []);
  assert.deepEqual(await world.eventNames(), []);
});

test('opening a letter reads it, once, and only its receiver can', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule()] });
  const person = await givenPerson(world);
  const other = await givenPerson(world);
  await givenLetter(world, about(person.id));
  const [letter] = await reading(world, person, (ctx) => listLetters(ctx));
  assert.equal(await reading(world, person, countUnread), 1);
  assert.equal((await world.run(other, (ctx) => openLetter(ctx, letter!.id))).ok, false);
  assert.equal((await world.run(person, (ctx) => openLetter(ctx, "' or 1=1"))).ok, false);
  assert.equal(await reading(world, person, countUnread), 1);
  assert.ok((await world.run(person, (ctx) => openLetter(ctx, letter!.id))).ok);
  assert.equal(await reading(world, person, countUnread), 0);
});

test('letters come twenty a page, newest first, none twice and none left out', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule()] });
  const person = await givenPerson(world);
  for (let i = 0; i < 45; i++) await givenLetter(world, about(person.id));
  const seen: string[] = [];
  for (;;) {
    const page = await reading(world, person, (ctx) => listLetters(ctx, seen.at(-1)));
    if (page.length === 0) break;
    seen.push(...page.map((letter) => letter.id));
  }
  assert.equal(new Set(seen).size, 45);
  assert.deepEqual(seen, [...seen].sort().reverse());
});

test('nothing of a letter is readable in the tables', async (t) => {
  const world = await testWorld(t, { modules: [messagesModule()] });
  const person = await givenPerson(world);
  await givenLetter(world, about(person.id));
  assert.doesNotMatch(await readWholeDatabase(world), /食品|990100-A7|Food/);
});

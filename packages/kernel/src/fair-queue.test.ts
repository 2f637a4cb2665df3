import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { FairQueue } from './fair-queue.ts';

test('who sent much waits for themselves: another person comes after one piece of it, and one is at work at a time', async () => {
  const queue = new FairQueue(1);
  const done: string[] = [];
  let [running, most] = [0, 0];
  const work = (name: string) => async () => {
    most = Math.max(most, ++running);
    await pause(2);
    done.push(name);
    running--;
  };
  const flood = Array.from({ length: 6 }, (_, at) => queue.add('flood', work(`flood ${at}`)));
  await queue.add('citizen', work('citizen'));
  assert.deepEqual(done, ['flood 0', 'citizen']);
  assert.ok(queue.countOf('flood') >= 4, 'the others of the flood have not begun');
  await Promise.all(flood);
  assert.deepEqual(done, ['flood 0', 'citizen', 'flood 1', 'flood 2', 'flood 3', 'flood 4', 'flood 5']);
  assert.equal(most, 1);
  assert.equal(queue.countOf('flood'), 0);
});

test('work that fails is told to who asked for it and holds nobody up', async () => {
  const queue = new FairQueue(1);
  const failing = queue.add('one', async () => {
    throw new Error('broken');
  });
  const next = queue.add('one', async () => 'next');
  await assert.rejects(failing, /broken/);
  assert.equal(await next, 'next');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitPresets } from '@zhengtong/evaluation/contract';
import { en, zh } from './codes-after.ts';

test('every limit a division can choose for its repairs is said in words, with its own numbers, in both languages', () => {
  assert.deepEqual(Object.keys(zh.limits), Object.keys(limitPresets));
  assert.deepEqual(Object.keys(en.limits), Object.keys(limitPresets));
  for (const [name, { contact, repair, feedBack }] of Object.entries(limitPresets)) {
    const counts = [contact, repair, feedBack].map(({ count }) => count);
    const [inChinese, inEnglish] = [zh, en].map(({ limits }) => limits[name as keyof typeof limits]);
    for (const said of [inChinese, inEnglish]) assert.deepEqual(said?.match(/\d+/g)?.map(Number), counts, name);
    // Working days are called so, and days that run through weekends are not.
    assert.equal(/\d 个工作日内整改/.test(inChinese ?? ''), repair.unit === 'working-day', name);
  }
});

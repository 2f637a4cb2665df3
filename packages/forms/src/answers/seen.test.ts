import assert from 'node:assert/strict';
import test from 'node:test';
import { type Instant, must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { loadForm } from '../definition/load.ts';
import { sampleDefinition } from '../test/sample-form.ts';
import { context, sampleAnswers } from '../test/sample-values.ts';
import { nameOf } from './check-answers.ts';
import { emptyDraft, putAnswers, typedOf } from './draft.ts';
import { readPost } from './read-post.ts';
import { markSeen, readSeen, sortSeen, writeSeen } from './seen.ts';
import { writePost } from './write-post.ts';

const form = must(loadForm(sampleDefinition));
const keys = [...form.questions.keys()];
const writer = { by: 'person-1', at: '2026-11-20T01:00:00.000Z' as Instant };
const put = (answers: object, before = emptyDraft) => putAnswers(form, before, { ...answers }, writer, context);
const sort = (sent: object, now: ReturnType<typeof put>, then: ReturnType<typeof put>) =>
  sortSeen(form, now, { ...sent }, readSeen(writeSeen(markSeen(form, typedOf(then), keys, context))), context);

test('a page sent as it was opened says nothing anew, whatever another window has saved meanwhile', () => {
  fc.assert(
    fc.property(sampleAnswers, sampleAnswers, (shown, saved) => {
      const [then, now] = [put(shown), put(saved)];
      const { typed } = readPost(form, { ...writePost(form, shown as never), asked: keys.map(nameOf) });
      const { mine, both } = sort(typed, now, then);
      assert.deepEqual(both, []);
      assert.deepEqual(put(mine, now), now);
    }),
  );
});

test('what this window alone changed is kept; what both changed to something else is the person’s to decide', () => {
  const then = put({ applicantKind: 'firm', shopName: '甲' });
  const now = put({ applicantKind: 'firm', shopName: '乙' });
  assert.deepEqual(sort({ shopName: '丙' }, now, then), { mine: {}, both: ['shopName'] });
  assert.deepEqual(sort({ shopName: '丙' }, then, then), { mine: { shopName: '丙' }, both: [] });
  assert.deepEqual(sort({ shopName: ' 乙 ' }, now, then), { mine: { shopName: ' 乙 ' }, both: [] });
  assert.deepEqual(sort({ shopName: '甲' }, now, then), { mine: {}, both: [] });
  // A page from before this was known, or a script without a page, is taken at its word.
  assert.deepEqual(sortSeen(form, now, { shopName: '丙' }, readSeen('\0%:~'), context).mine, { shopName: '丙' });
});

import assert from 'node:assert/strict';
import test from 'node:test';
import type { Sheet } from '@zhengtong/ofd';
import { pdfLetters } from './pdf-letters.ts';

test('a letter that cannot be drawn is told to who asked, and the next one is drawn', async () => {
  const draw = pdfLetters();
  const sheet: Sheet = { title: '受理通知书', blocks: [{ kind: 'paragraph', text: '你的申请已经受理。' }] };
  const broken = draw({ title: '受理通知书' } as Sheet);
  const whole = draw(sheet);
  await assert.rejects(broken, /blocks|undefined/);
  assert.equal(Buffer.from((await whole).subarray(0, 5)).toString('latin1'), '%PDF-');
});

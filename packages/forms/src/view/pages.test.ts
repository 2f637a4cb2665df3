import assert from 'node:assert/strict';
import test from 'node:test';
import { type Instant, must } from '@zhengtong/kernel';
import { emptyDraft, putAnswers } from '../answers/draft.ts';
import { prefill } from '../answers/prefill.ts';
import { loadForm } from '../definition/load.ts';
import { sampleDefinition } from '../test/sample-form.ts';
import { context } from '../test/sample-values.ts';
import { findNextPage, listPages } from './pages.ts';

const form = must(loadForm(sampleDefinition));
const at = '2026-11-23T01:00:00.000Z' as Instant;
const writer = { by: 'person-1', at };

test('pages come by question, by section or all at once, and only where they apply', () => {
  assert.equal(listPages(form, emptyDraft, context, 'all').length, 1);
  assert.deepEqual(
    listPages(form, emptyDraft, context, 'section').map(({ key }) => key),
    ['who', 'place', 'rest'],
  );
  const keys = listPages(form, emptyDraft, context, 'question').map(({ key }) => key);
  assert.equal(keys.includes('applicant') || keys.includes('firm'), false);
  const draft = putAnswers(form, emptyDraft, { applicantKind: 'firm' }, writer, context);
  assert.ok(listPages(form, draft, context, 'question').some(({ key }) => key === 'firm'));
});

test('what is known is passed over, what is worked out is no page; what was typed can be gone through again', () => {
  const source = { kind: 'register', name: { zh: '账户', en: 'account' }, at } as const;
  const known = [{ path: 'person.phone', value: '13800138000', source }];
  const draft = prefill(
    form,
    putAnswers(form, emptyDraft, { applicantKind: 'firm', shopName: 'A' }, writer, context),
    known,
    context,
  );
  const pages = listPages(form, draft, context, 'question');
  assert.deepEqual(
    pages.filter(({ isKnown }) => isKnown).map(({ key }) => key),
    ['phone'],
  );
  assert.equal(
    pages.some(({ key }) => key === 'capital'),
    false,
  );
  assert.equal(findNextPage(pages)?.key, 'applicantKind');
  assert.equal(findNextPage(pages, 'mail')?.key, 'shopName');
  assert.equal(findNextPage(pages, 'truth'), undefined);
  assert.equal(pages.find(({ key }) => key === 'shopName')?.isDone, true);
  assert.equal(pages.find(({ key }) => key === 'size')?.isDone, false);
});

test('a result out of its bounds makes the page wrong where what it is made of is answered', () => {
  const bounded = structuredClone(sampleDefinition) as unknown as { sections: { questions: object[] }[] };
  Object.assign(bounded.sections[2]?.questions[1] ?? {}, { max: 100 });
  const other = must(loadForm(bounded));
  const partners = [{ name: 'A', share: '2', isManager: 'no' }];
  const pages = listPages(other, putAnswers(other, emptyDraft, { partners }, writer, context), context, 'question');
  assert.equal(pages.find(({ key }) => key === 'partners')?.isDone, false);
});

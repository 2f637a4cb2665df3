import assert from 'node:assert/strict';
import test from 'node:test';
import { type Instant, must } from '@zhengtong/kernel';
import { residentCheck } from '@zhengtong/standards';
import { ErrorSummary } from '@zhengtong/ui';
import fc from 'fast-check';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { checkAnswers } from '../answers/check-answers.ts';
import { checkDraft, type Draft, emptyDraft, putAnswers } from '../answers/draft.ts';
import { prefill } from '../answers/prefill.ts';
import { readPost } from '../answers/read-post.ts';
import { loadForm } from '../definition/load.ts';
import { readPage } from '../test/read-page.ts';
import { sampleDefinition } from '../test/sample-form.ts';
import { context, sampleAnswers } from '../test/sample-values.ts';
import { AnswerSummary } from './answer-summary.tsx';
import { errorLines } from './error-lines.ts';
import { FormQuestions } from './form-questions.tsx';

const form = must(loadForm(sampleDefinition));
const at = '2026-11-23T01:00:00.000Z' as Instant;
const writer = { by: 'person-1', at };
const html = (element: ReactElement): string => renderToStaticMarkup(element);
const draftOf = (answers: Record<string, unknown>): Draft => putAnswers(form, emptyDraft, answers, writer, context);
const one = fc.sample(sampleAnswers, { numRuns: 1, seed: 3 })[0] ?? {};

test('a page sent back unchanged gives the answers it was made from', () => {
  fc.assert(
    fc.property(sampleAnswers, fc.constantFrom('zh', 'en'), (answers, lang) => {
      const page = html(<FormQuestions form={form} draft={draftOf(answers)} context={context} lang={lang as 'zh'} />);
      const back = checkAnswers(form, readPost(form, readPage(page)).typed, context);
      assert.deepEqual(back, checkAnswers(form, answers, context));
    }),
    { numRuns: 60 },
  );
});

test('what was typed wrong stands in the field again, beside its error', () => {
  const draft = draftOf({ ...one, size: '五十', opensOn: '2026-13-02' });
  const { errors } = checkDraft(form, draft, context);
  const page = html(<FormQuestions form={form} draft={draft} context={context} errors={errors} />);
  assert.match(page, /id="q-size"[^>]*aria-invalid="true"[^>]*value="五十"/);
  assert.match(page, /id="q-opensOn-month"[^>]*aria-invalid="true"[^>]*value="13"/);
});

test('every line of the error summary is a link to something on the page', () => {
  const draft = draftOf({ applicantKind: 'person', partners: [{ name: '', share: 'x', isManager: 'yes', card: '1' }] });
  const { errors } = checkDraft(form, draft, context);
  const page = html(<FormQuestions form={form} draft={draft} context={context} errors={errors} />);
  const lines = errorLines(form, errors, 'zh');
  assert.ok(lines.length > 10);
  for (const { id } of lines) assert.ok(page.includes(`id="${id}"`), id);
  assert.match(html(<ErrorSummary errors={lines} />), /href="#q-partners-0-card"/);
});

test('the error summary names the entry and the field, and two wrong entries give two lines', () => {
  const wrong = { name: '王', share: '1', isManager: 'yes', card: '99010219900307001X' };
  const draft = draftOf({ ...one, partners: [wrong, { ...wrong, name: '' }] });
  const say = (lang: 'zh' | 'en') =>
    errorLines(form, checkDraft(form, draft, context).errors, lang).filter(({ id }) => id.startsWith('q-partners'));
  assert.deepEqual(
    say('zh').map(({ id, text }) => [id, text.split('：')[0]]),
    [
      ['q-partners-0-card', '合伙人 1 的身份证号'],
      ['q-partners-1-name', '合伙人 2'],
      ['q-partners-1-card', '合伙人 2 的身份证号'],
    ],
  );
  assert.match(say('en')[2]?.text ?? '', /^Partner 2 – Resident number: /);
  const summary = html(<AnswerSummary form={form} draft={draft} context={context} />);
  assert.match(summary, /合伙人 1 的身份证号：/);
});

test('an empty group says that an entry is to be added, and how', () => {
  const needed = structuredClone(sampleDefinition) as unknown as {
    sections: { questions: { required?: boolean }[] }[];
  };
  delete needed.sections[2]?.questions[0]?.required;
  const other = must(loadForm(needed));
  const { errors } = checkDraft(other, draftOf({ ...one, partners: [] }), context);
  const say = (lang: 'zh' | 'en') => errorLines(other, errors, lang).find(({ id }) => id === 'q-partners')?.text;
  assert.equal(say('zh'), '合伙人至少要有 1 项：请填写“合伙人 1”；还有的，点“再添加一项：合伙人”。');
  assert.equal(say('en'), 'Partners: at least 1 needed. Fill in “Partner 1”; for more, press “Add another: Partner”.');
});

test('no id comes twice, and every label leads to a control', () => {
  const page = html(<FormQuestions form={form} draft={draftOf(one)} context={context} />);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  for (const [, target] of page.matchAll(/ for="([^"]+)"/g)) assert.ok(ids.includes(target), target);
});

test('one question a page makes its label the heading', () => {
  const page = html(
    <FormQuestions form={form} draft={emptyDraft} context={context} keys={['shopName']} isPageHeading />,
  );
  assert.match(page, /<h1 class="label-h"><label[^>]*>店名/);
  assert.equal((page.match(/name="asked"/g) ?? []).length, 1);
});

test('a question whose condition stands on the same page is there with a remark', () => {
  const page = html(
    <FormQuestions form={form} draft={emptyDraft} context={context} keys={['hasKitchen', 'size', 'kitchenNote']} />,
  );
  assert.match(page, /仅在前面的回答涉及时填写/);
  const later = html(<FormQuestions form={form} draft={emptyDraft} context={context} keys={['kitchenNote']} />);
  assert.doesNotMatch(later, /<textarea/);
});

test('hostile text is text in every field and in the summary', () => {
  const draft = draftOf({ ...one, shopName: '"><script>alert(1)</script>' });
  for (const page of [
    html(<FormQuestions form={form} draft={draft} context={context} />),
    html(<AnswerSummary form={form} draft={draft} context={context} />),
  ])
    assert.doesNotMatch(page, /<script/);
});

test('the check-your-answers page tells each answer, its source and where to change it', () => {
  const source = { kind: 'register', name: { zh: '户籍登记', en: 'household register' }, at, isFixed: true } as const;
  const idNumber = `99010219900307001${residentCheck('99010219900307001')}`;
  const known = [
    { path: 'person.name', value: '张三', source },
    { path: 'person.idNumber', value: idNumber, source },
    { path: 'person.phone', value: '13800138000', source },
    { path: 'person.email', value: 'a@example.com', source },
  ];
  const draft = prefill(form, draftOf({ applicantKind: 'person' }), known, context);
  const page = html(
    <AnswerSummary form={form} draft={draft} context={context} changeHref={(key) => `/change/${key}`} />,
  );
  assert.match(page, /户籍登记，2026年11月23日/);
  assert.match(page, /居民身份证 990102 19900307 001/);
  assert.match(page, /href="\/change\/shopName"/);
  assert.doesNotMatch(page, /href="\/change\/phone"/);
  assert.match(page, /请填写店名。/);
});

test('the English page has no Chinese in it but the names of laws, marked as Chinese', () => {
  const { errors } = checkDraft(form, emptyDraft, context);
  const nowhere = { ...context, listDivisions: () => [] };
  const page = html(<FormQuestions form={form} draft={emptyDraft} context={nowhere} errors={errors} lang="en" />);
  const inLaws = /Required by (?:<span lang="zh-CN">[^<]*<\/span>|[^<\p{Script=Han}])*<\/p>/gu;
  assert.ok(page.match(inLaws));
  assert.deepEqual(page.replace(inLaws, '').match(/\p{Script=Han}+/gu) ?? [], []);
});

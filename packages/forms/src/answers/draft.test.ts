import assert from 'node:assert/strict';
import test from 'node:test';
import { type Instant, must } from '@zhengtong/kernel';
import { residentCheck } from '@zhengtong/standards';
import { loadForm } from '../definition/load.ts';
import { sampleDefinition } from '../test/sample-form.ts';
import { context } from '../test/sample-values.ts';
import { checkDraft, emptyDraft, putAnswers } from './draft.ts';
import { prefill } from './prefill.ts';
import { readPost } from './read-post.ts';
import { type Source, saySource } from './source.ts';

const form = must(loadForm(sampleDefinition));
const at = '2026-11-20T01:00:00.000Z' as Instant;
const later = '2026-11-23T01:00:00.000Z' as Instant;
const person = { by: 'person-1', at };
const number = `99010219900307001${residentCheck('99010219900307001')}`;
const register: Source = { kind: 'register', name: { zh: '户籍登记', en: 'household register' }, at, isFixed: true };
const account: Source = { kind: 'register', name: { zh: '账户', en: 'account' }, at };
const known = [
  { path: 'person.name', value: '张三', source: register },
  { path: 'person.idNumber', value: number, source: register },
  { path: 'person.phone', value: '13800138000', source: account },
];
const start = putAnswers(form, emptyDraft, { applicantKind: 'person' }, person, context);

test('what is known is filled in with its source, and only what nobody knows is left to ask', () => {
  const draft = prefill(form, start, known, context);
  assert.deepEqual(draft.answers.phone, { typed: '13800138000', source: account });
  assert.deepEqual(draft.answers.applicant?.typed, {
    name: '张三',
    idNumber: number,
    phone: '13800138000',
    idKind: 'resident-card',
  });
  const missing = checkDraft(form, draft, context).errors.filter(({ path }) => path.startsWith('applicant'));
  assert.deepEqual(
    missing.map(({ path }) => path),
    ['applicant.email'],
  );
});

test('parts a register fixes cannot be posted over; the others take what was typed and keep who typed it', () => {
  const draft = prefill(form, start, known, context);
  const post = {
    asked: 'q.applicant',
    'q.applicant.name': '李四',
    'q.applicant.phone': '13900139000',
    'q.applicant.email': 'a@example.com',
  };
  const next = putAnswers(form, draft, readPost(form, post).typed, { by: 'person-1', at: later }, context);
  const { values, sources } = checkDraft(form, next, context);
  assert.deepEqual(values.applicant, {
    name: '张三',
    idKind: 'resident-card',
    idNumber: number,
    phone: '13900139000',
    email: 'a@example.com',
  });
  assert.deepEqual(sources.applicant, { kind: 'typed', by: 'person-1', at: later });
  assert.deepEqual([sources['applicant.name'], sources['applicant.phone']], [register, undefined]);
});

test('an unchanged answer keeps its source, however differently it is written', () => {
  const draft = putAnswers(form, start, { phone: '13800138000', rent: 150_000 }, person, context);
  const next = putAnswers(
    form,
    draft,
    { phone: '138 0013 8000', rent: '1,500.00' },
    { by: 'person-2', at: later },
    context,
  );
  assert.deepEqual(next, draft);
});

test('an answer already given is not overwritten by what is known', () => {
  const draft = putAnswers(form, start, { phone: '0826-2345678' }, person, context);
  assert.equal(prefill(form, draft, known, context).answers.phone?.typed, '0826-2345678');
});

test('a known value that would not pass the check is not filled in', () => {
  const wrong = [{ path: 'person.phone', value: '138', source: account }];
  assert.deepEqual(prefill(form, start, wrong, context), start);
});

test('a box without its tick takes the answer away, a question not asked leaves it', () => {
  const draft = putAnswers(form, start, { foods: ['hot'], truth: true }, person, context);
  const next = putAnswers(form, draft, readPost(form, { asked: ['q.foods'] }).typed, person, context);
  assert.deepEqual(Object.keys(next.answers).sort(), ['applicantKind', 'truth']);
});

test('a computed value tells what it was made of', () => {
  const partners = [{ name: '张三', share: 100, isManager: false }];
  const { sources } = checkDraft(form, putAnswers(form, start, { partners }, person, context), context);
  assert.deepEqual(sources.capital, { kind: 'computed', of: ['partners'] });
});

test('a draft is plain JSON', () => {
  const draft = prefill(form, start, known, context);
  assert.deepEqual(JSON.parse(JSON.stringify(draft)), draft);
});

test('buttons inside a question add and remove entries and files, and say which page to show again', () => {
  const two = { asked: 'q.partners', 'q.partners.0.name': 'A', 'q.partners.1.name': 'B' };
  const added = readPost(form, { ...two, add: 'q.partners' });
  assert.deepEqual(added.typed.partners, [{ name: 'A' }, { name: 'B' }, {}]);
  assert.deepEqual(added.button, { kind: 'add', key: 'partners' });
  assert.deepEqual(readPost(form, { ...two, remove: 'q.partners.0' }).typed.partners, [{ name: 'B' }]);
  const files = readPost(form, { asked: 'q.plan', 'q.plan': ['file-0001', 'file-0002'], drop: 'q.plan:file-0001' });
  assert.deepEqual(files.typed.plan, ['file-0002']);
  assert.equal(readPost(form, { ...two, remove: 'q.constructor.0' }).button, undefined);
});

test('a source is told in words, and what the person typed needs none', () => {
  assert.equal(saySource(register, 'zh'), '户籍登记，2026年11月20日');
  assert.equal(
    saySource({ kind: 'case', number: '9901-1', at }, 'en'),
    'your application of 20 November 2026 (9901-1)',
  );
  assert.equal(saySource({ kind: 'typed', by: 'x', at }, 'zh'), undefined);
});

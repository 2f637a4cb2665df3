import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemContent } from '../contract.ts';
import { isLonger } from '../domain/limits.ts';
import { guide } from '../test.ts';
import { checkForPublication } from './check-for-publication.ts';
import { scoreQuality } from './quality.ts';

const office = { id: '01920000-0000-7000-8000-000000000001', name: '示例市风车局' };
const whole = guide(office);
const [drawing] = whole.materials as [ItemContent['materials'][number]];
const form = (question: object) =>
  ({
    title: { zh: '甲', en: 'A' },
    sections: [{ key: 'a', title: { zh: '甲', en: 'A' }, questions: [question] }],
  }) as NonNullable<ItemContent['form']>;
const asks = (zh: string, more: object = {}) => form({ key: 'q', kind: 'text', label: { zh, en: 'Q' }, ...more });
const steps = (...halfDays: number[]) => ({
  steps: halfDays.map((half, i) => ({ key: `s${i}`, name: '步', role: 'approver' as const, halfDays: half })),
  excluded: [],
  silence: 'none' as const,
});

const errorsOf = (more: Partial<ItemContent>) =>
  checkForPublication({ ...whole, ...more })
    .filter(({ severity }) => severity === 'error')
    .map(({ key }) => key);

test('a whole guide has nothing against it', () => {
  assert.deepEqual(checkForPublication(whole), []);
});

/** Each row breaks one thing and names the check that sees it. */
const broken: Record<string, Partial<ItemContent>> = {
  'law-missing': { laws: [] },
  'law-without-article': { laws: [{ law: '行政许可法', article: '全文' }] },
  'name-missing': { name: ' ' },
  'code-missing': { code: '' },
  'code-unreadable': { code: '甲' },
  'summary-missing': { summary: ' ' },
  'conditions-missing': { conditions: [] },
  'channels-missing': { channels: [] },
  'windows-missing': { channels: ['counter'], windows: [] },
  'phone-missing': { phone: '' },
  'complaint-phone-missing': { complaintPhone: '' },
  'remedies-missing': { remedies: undefined },
  'fee-without-standard': { fee: { isCharged: true, items: [] } },
  'fee-contradiction': {
    fee: { isCharged: false, items: [{ name: '工本费', standard: '5 元', law: { law: '甲', article: '第一条' } }] },
  },
  'fee-without-law': { fee: { isCharged: true, items: [{ name: '工本费', standard: '5 元' }] } },
  'life-event-unknown': { lifeEvents: ['flying'] },
  'legal-limit-missing': { legalLimit: undefined },
  'promised-limit-missing': { promisedLimit: undefined },
  'promise-longer-than-law': { promisedLimit: { amount: 21, unit: 'working-days' } },
  'limit-half': { legalLimit: { amount: 1.5, unit: 'months' } },
  'process-missing': { process: undefined },
  'steps-longer-than-promise': { process: steps(6, 5) },
  'last-step-decides': { process: { ...steps(1), steps: [{ key: 'a', name: '步', role: 'reviewer', halfDays: 1 }] } },
  'step-key-twice': {
    process: { ...steps(1), steps: [...steps(1).steps, ...steps(1).steps] },
  },
  'form-missing': { form: undefined },
  'form-broken': { form: form({ key: 'q', kind: 'choice', label: { zh: '选', en: 'C' } }) },
  'asks-what-is-known': { form: asks('身份证号') },
  'asks-what-number-says': { form: asks('出生日期') },
  'material-key-twice': { materials: [drawing, drawing] },
  'material-without-check': { materials: [{ ...drawing, checks: [] }] },
  'material-open-ended': { materials: [{ ...drawing, name: '法律法规规定的其他材料' }] },
  'material-held-by-state': { materials: [{ ...drawing, name: '身份证复印件' }] },
  'material-type-unread': { materials: [{ ...drawing, accept: ['application/x-msdownload'] }] },
  'material-too-large': { materials: [{ ...drawing, maxBytes: 20 * 1_048_576 + 1 }] },
  'material-condition-missing': { materials: [{ ...drawing, need: 'conditional' }] },
  'material-condition-unasked': {
    materials: [{ ...drawing, need: 'conditional', when: { question: 'nothing', is: true } }],
  },
};

for (const [key, more] of Object.entries(broken)) {
  test(`publication is stopped by ${key}, in both languages`, () => {
    assert.deepEqual(errorsOf(more), [key]);
    const [problem] = checkForPublication({ ...whole, ...more }).filter((one) => one.key === key);
    assert.match(problem?.say.zh ?? '', /\p{Script=Han}/u);
    assert.match(problem?.say.en ?? '', /[A-Za-z]{3}/);
  });
}

test('what is filled in or worked out may be asked for confirmation', () => {
  assert.deepEqual(errorsOf({ form: asks('姓名', { prefill: 'person.name' }) }), []);
  assert.deepEqual(errorsOf({ form: asks('孩子的姓名') }), []);
});

test('a guide that is only shown may be incomplete: findings are advice, but for a name and a code', () => {
  const bare = { ...whole, online: 'guide-only' as const, laws: [], form: undefined, process: undefined };
  assert.deepEqual(errorsOf(bare), []);
  assert.ok(checkForPublication(bare).length >= 3);
  assert.deepEqual(errorsOf({ ...bare, name: '', code: '' }), ['name-missing', 'code-missing']);
});

test('what is begun and not filled in stops also a guide that is only shown, and is told with its place', () => {
  const checks = [{ key: 'signed', text: ' ' }];
  const told = checkForPublication({
    ...whole,
    online: 'guide-only',
    materials: [drawing, { ...drawing, key: 'photo', name: '', checks }],
    laws: [{ law: '行政许可法', article: '' }],
    faqs: [{ question: '', answer: '不收费。' }],
  }).filter(({ severity }) => severity === 'error');
  assert.deepEqual(Object.fromEntries(told.map(({ at, say }) => [at, `${say.zh} ${say.en}`])), {
    '/materials/1/name': '第 2 份材料没有填写名称。 Material 2: the name is missing.',
    '/materials/1/checks/0/text':
      '第 2 份材料的第 1 条审查要点没有填写内容。 Material 2: point looked at 1: what is looked at is missing.',
    '/laws/0/article': '第 1 条依据没有填写第几条。 Law 1: the article is missing.',
    '/faqs/0/question': '第 1 个问答没有填写问题。 Question and answer 1: the question is missing.',
  });
});

test('limits of different units are compared without a calendar, in favour of the citizen only where it is certain', () => {
  assert.equal(isLonger({ amount: 20, unit: 'working-days' }, { amount: 15, unit: 'days' }), true);
  assert.equal(isLonger({ amount: 22, unit: 'working-days' }, { amount: 1, unit: 'months' }), false);
  assert.equal(isLonger({ amount: 2, unit: 'months' }, { amount: 30, unit: 'working-days' }), true);
});

test('quality falls with each part that is missing, and its parts always add up to it', () => {
  const full = scoreQuality(whole).score;
  for (const more of Object.values(broken)) {
    const { score, parts } = scoreQuality({ ...whole, ...more });
    assert.ok(score <= full && score >= 0);
    assert.ok(Math.abs(parts.reduce((sum, { points }) => sum + points, 0) - score) < 0.051);
  }
});

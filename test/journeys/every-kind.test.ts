// Every kind of question there is, answered on a page of the portal by the keyboard alone and without script, in Chinese
// and in English, from the first question to the page where the answers are checked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { type FormDefinition, kindNames, type Question } from '@zhengtong/forms';
import { sampleDefinition } from '@zhengtong/forms/test';
import type { Page } from 'playwright-core';
import { type PortalServer, signInByHand, startPortal } from '../accessibility/portal-server.ts';
import { drawing, press } from '../accessibility/portal-steps.ts';
import { closeBrowser, closePage, findAxeViolations, findChinese, openPage } from '../browser/index.ts';
import { readStop } from '../browser/tab-stops.ts';

/** The person's own telephone is known from signing in and not asked for; that of the premises is. */
const phone: Question = { key: 'phone', kind: 'phone', label: { zh: '工地电话', en: 'Phone at the site' } };
const form: FormDefinition = {
  ...sampleDefinition,
  sections: sampleDefinition.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.key === phone.key ? phone : question)),
  })),
};

const undo: (() => unknown)[] = [];
let server: PortalServer;
let apply: string;
before(async () => {
  server = await startPortal({ after: (done) => void undo.push(done as () => unknown) });
  const { organisationId: id, organisationName: name } = server.item;
  const organisation = { id, name };
  const content = { organisation, form, materials: [] };
  const item = await givenItem(server.world, content);
  apply = server.url(`/apply/${item.divisionCode}/${item.itemId}`);
});
after(async () => {
  await closeBrowser();
  for (const step of undo.reverse()) await step();
});

/** What is typed into a field, by the end of its name. */
const words: readonly (readonly [RegExp, string])[] = [
  [/to-year$/, '2028'],
  [/-year$/, '2027'],
  [/-(month|day)$/, '10'],
  [/(idNumber|agentNumber|\.card)$/, '990100199001010012'],
  [/creditCode$/, '91990100MA0990004N'],
  [/phone$/, '13900000001'],
  [/mail$/, 'a@example.com'],
  [/account$/, '6222021234567890128'],
  [/(size|share|rent)$/, '60'],
  [/./, '王小明'],
];

type Stop = { tag: string; type: string; name: string; value: string; isChecked: boolean };

const readControl = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    if (!at?.closest('main form')) return undefined;
    return { tag: at.tagName, type: at.type, name: at.name, value: at.value, isChecked: at.checked === true };
  });

/** One field as somebody at a keyboard answers it. `choice`: how far down the first choice of applicant is. */
async function answer(page: Page, { tag, type, name, value, isChecked }: Stop, choice: number): Promise<void> {
  const { keyboard } = page;
  if (type === 'file') {
    // What Enter opens is the browser's own window, which no page and no test reaches.
    await page.locator(':focus').setInputFiles(drawing);
  } else if (type === 'radio') {
    await keyboard.press('Space');
    if (name === 'q.applicantKind') for (let down = 0; down < choice; down++) await keyboard.press('ArrowDown');
  } else if (type === 'checkbox') {
    if (!isChecked) await keyboard.press('Space');
  } else if (value !== '') {
    return;
  } else if (tag === 'SELECT') {
    await keyboard.press('ArrowDown');
  } else {
    await keyboard.type(words.find(([end]) => end.test(name))?.[1] ?? '');
  }
}

/** From the skip link through every stop of the form to its button, which is pressed. */
async function answerPage(page: Page, choice: number): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  for (let stops = 0; stops < 60; stops++) {
    await keyboard.press('Tab');
    const [stop, control] = [await readStop(page), await readControl(page)];
    assert.ok(!stop || (stop.ringed && !stop.hidden), `the focus is seen on ${stop?.name} of ${page.url()}`);
    if (!control) continue;
    if (control.tag === 'BUTTON' && control.name === '') {
      await Promise.all([page.waitForEvent('load'), keyboard.press('Enter')]);
      return;
    }
    if (control.tag !== 'BUTTON') await answer(page, control, choice);
  }
  assert.fail(`no button is reached on ${page.url()}`);
}

const met = new Set<string>();
const ways = [
  { lang: 'zh', owner: '13900000001', number: '990100199001010012', choice: 0, start: '开始填写' },
  { lang: 'en', owner: '13900000002', number: '990100197401020018', choice: 1, start: 'Start' },
] as const;

for (const { lang, owner, number, choice, start } of ways)
  test(`every kind of question is answered by keyboard without script, to the check of the answers: ${lang}`, async () => {
    const page = await openPage({ width: 390, height: 844, script: false });
    await signInByHand(page, server, owner, number);
    await page.goto(server.url(`/display?lang=${lang}&back=%2F`));
    await page.goto(apply);
    await press(page, start);
    const at = new URL(page.url()).pathname.replace(/\/apply$/, '');
    await page.goto(server.url(`${at}/questions/all`));
    assert.deepEqual(await findAxeViolations(page), [], 'all on one page');
    await page.goto(server.url(`${at}/questions/applicantKind`));
    for (let pages = 0; page.url().includes('/questions/'); pages++) {
      const key = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const question = form.sections.flatMap(({ questions }) => questions).find((one) => one.key === key);
      assert.ok(pages < 25, `no end is reached: ${key} again`);
      assert.deepEqual(await page.locator('.errors').allInnerTexts(), [], key);
      // A page of its own once for each kind; in the other language all stand on one.
      const kind = question?.kind ?? key;
      if (!met.has(kind)) assert.deepEqual(await findAxeViolations(page), [], key);
      met.add(kind);
      if (lang === 'en') assert.deepEqual((await findChinese(page)).unmarked, [], key);
      await answerPage(page, choice);
    }
    assert.equal(new URL(page.url()).pathname, `${at}/check`);
    assert.deepEqual(await findAxeViolations(page), []);
    const send = lang === 'zh' ? '提交申请' : 'Submit';
    assert.ok(await page.locator('main button', { hasText: send }).isVisible(), 'nothing is left to complete');
    await closePage(page);
  });

test('both ways together met every kind', () => {
  assert.deepEqual([...met].sort(), [...kindNames].sort());
});

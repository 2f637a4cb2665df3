// Every page of the portal with real rows behind it: axe in the standard theme (text contrast 7:1) and in 长辈版, the
// rules of 长辈版, 320 px, focus. A page is added here when it is added to the portal.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  closeBrowser,
  closePage,
  findAxeViolations,
  findElderFaults,
  findHiddenFocus,
  keepScreenshot,
  listTabStops,
  openPage,
} from '../browser/index.ts';
import { type PortalServer, signInByHand, startPortal } from './portal-server.ts';
import { fileByHand } from './portal-steps.ts';

const undo: (() => unknown)[] = [];
let server: PortalServer;
let signedIn: Page;
let filed: string;
let draft: string;

before(async () => {
  server = await startPortal({ after: (done) => void undo.push(done as () => unknown) });
  signedIn = await openPage({ width: 1280, script: false });
  await signInByHand(signedIn, server, '13900000001');
  filed = await fileByHand(signedIn, server);
  const caseId = filed.split('/').at(-1) ?? '';
  await server.office.accept(caseId);
  await server.office.decide(caseId, 'approved');
  await server.world.drain();
  await signedIn.goto(server.url(`/apply/${server.item.divisionCode}/${server.item.itemId}`));
  await signedIn.click('form[action="/apply"] button.btn');
  draft = new URL(signedIn.url()).pathname.replace(/\/apply$/, '');
});
after(async () => {
  await closePage(signedIn);
  await closeBrowser();
  for (const step of undo.reverse()) await step();
});

const open = () => [
  '/',
  `/search?q=${encodeURIComponent('开饭店')}`,
  '/search?q=zzzz',
  '/departments',
  '/events/old-age',
  `/items/${server.item.divisionCode}/${server.item.itemId}`,
  '/track',
  '/verify',
  '/help',
  '/accessibility',
  '/developers',
  '/nowhere',
  '/demo/phone',
];
const own = () => [
  '/my/account',
  '/my/cases',
  '/my/certificates',
  '/my/letters',
  '/my/uses',
  '/my/verification',
  filed,
  `${filed}/receipt`,
  `${filed}/slip`,
  `${filed}/decision`,
  `${filed}/rating`,
  `${draft}/apply`,
  `${draft}/questions/blades?check=1`,
  `${draft}/questions/all`,
  `${draft}/materials`,
  `${draft}/check`,
  `${draft}/withdrawal`,
  `/apply/${server.item.divisionCode}/${server.item.itemId}`,
];
const nameOf = (path: string) =>
  decodeURIComponent(path)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'home';

test('every page is free of axe violations in the standard theme, text contrast 7:1 included', async () => {
  await signedIn.setViewportSize({ width: 1280, height: 900 });
  for (const path of [...open(), ...own()]) {
    await signedIn.goto(server.url(path));
    await keepScreenshot(signedIn, `portal/${nameOf(path)}-1280`);
    assert.deepEqual(await findAxeViolations(signedIn, { enhancedContrast: true }), [], path);
  }
});

test('every page keeps 长辈版 and its rules, is free of axe violations and fits 320 px, after signing in and on errors', async () => {
  await signedIn.goto(server.url('/display?theme=large&size=1&back=%2F'));
  await signedIn.setViewportSize({ width: 320, height: 720 });
  const faults: Record<string, string[]> = {};
  for (const path of [...open(), ...own()]) {
    await signedIn.goto(server.url(path));
    await keepScreenshot(signedIn, `portal/${nameOf(path)}-large-320`);
    const width = await signedIn.evaluate(() => document.documentElement.scrollWidth);
    const theme = await signedIn.evaluate(() => document.documentElement.dataset.theme);
    const found = [
      ...(theme === 'large' ? [] : [`theme ${theme}`]),
      ...(width > 320 ? [`${width} px wide`] : []),
      ...(await findElderFaults(signedIn)),
      ...(await findAxeViolations(signedIn)),
    ];
    if (found.length > 0) faults[path] = found;
  }
  assert.deepEqual(faults, {});
  await signedIn.goto(server.url('/display?theme=standard&size=1&back=%2F'));
});

test('长辈版 is among the first ten stops of the Tab key and every stop shows its focus', async () => {
  await signedIn.setViewportSize({ width: 1280, height: 900 });
  await signedIn.goto(server.url('/'));
  assert.ok((await listTabStops(signedIn, 10)).some(({ name }) => name.includes('长辈版')));
  for (const path of ['/', filed, `${draft}/questions/all`]) {
    await signedIn.goto(server.url(path));
    assert.deepEqual(await findHiddenFocus(signedIn), [], path);
  }
});

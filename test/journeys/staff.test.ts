import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, closePage, keepScreenshot } from '../browser/index.ts';
import { consoleWorld } from './console-server.ts';

after(closeBrowser);

test('a clerk accepts, a reviewer finishes a step, an approver decides: each by the console', {
  timeout: 100_000,
}, async (t) => {
  const city = await consoleWorld(t);
  await city.file();
  await city.file();
  const [clerk, reviewer, approver] = [
    await city.officer('clerk'),
    await city.officer('reviewer'),
    await city.officer('approver'),
  ];

  const desk = await city.openConsole('/inbox?queue=free');
  await keepScreenshot(desk, 'console/sign-in');
  await city.signIn(desk, clerk);
  await desk.getByRole('table').waitFor();
  assert.match(desk.url(), /\/console\/inbox\?queue=free$/, 'comes back to the address asked for');
  await keepScreenshot(desk, 'console/inbox');
  await desk.keyboard.press('j');
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await keepScreenshot(desk, 'console/case-free');
  const address = new URL(desk.url()).pathname.replace('/console', '');
  await desk.keyboard.press('c');
  await desk.getByRole('button', { name: '符合', exact: true }).click();
  await desk.getByRole('button', { name: '符合', exact: true, pressed: true }).waitFor();
  await desk.keyboard.press('a');
  await desk.getByRole('dialog').getByText('承诺时限').waitFor();
  await keepScreenshot(desk, 'console/case-accept');
  await desk.getByRole('dialog').getByRole('button', { name: '受理' }).click();
  await desk.getByText('审查中').first().waitFor();
  await keepScreenshot(desk, 'console/case-accepted');
  await desk.keyboard.press('x');
  await desk.getByText('尚未认领').waitFor();
  await closePage(desk);

  const review = await city.openConsole(address);
  await city.signIn(review, reviewer);
  await review.getByRole('button', { name: '认领' }).click();
  await review.getByRole('button', { name: /办结“审查”/ }).click();
  await review.getByRole('dialog').getByLabel('理由').fill('图纸与现场一致。');
  await review.getByRole('dialog').getByRole('button', { name: /办结/ }).click();
  await review.getByText('图纸与现场一致。').waitFor();
  await closePage(review);

  const decision = await city.openConsole(address);
  await city.signIn(decision, approver);
  await decision.getByRole('button', { name: '认领' }).click();
  await decision.getByRole('button', { name: '作出决定' }).click();
  await decision.getByRole('radio', { name: '准予', exact: true }).check();
  await keepScreenshot(decision, 'console/case-decide');
  await decision.getByRole('dialog').getByRole('button', { name: '作出决定' }).click();
  await decision.getByText('待送达').first().waitFor();
  await decision.getByText('证照编号').waitFor();
  await keepScreenshot(decision, 'console/case-decided');
  await closePage(decision);
});

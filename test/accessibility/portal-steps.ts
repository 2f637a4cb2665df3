// What a person does with the small item of the tests, by hand in a browser.
import type { Page } from 'playwright-core';
import type { PortalServer } from './portal-server.ts';

export const drawing = {
  name: '平面图.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
};

/** Presses the button or link with these words and waits for the page it leads to. */
export async function press(page: Page, words: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('main').getByText(words, { exact: true }).first().click(),
  ]);
}

/** From "apply now" to the receipt; answers the address of the case. */
export async function fileByHand(page: Page, server: PortalServer): Promise<string> {
  await page.goto(server.url(`/apply/${server.item.divisionCode}/${server.item.itemId}`));
  await press(page, '开始填写');
  // Whoever filed before is asked for the drawing alone.
  if ((await page.locator('main').getByText('一页一题地填', { exact: true }).count()) > 0) {
    await press(page, '一页一题地填');
    await page.fill('#q-blades', '3');
    await press(page, '保存并继续');
  } else {
    await press(page, '上传材料');
  }
  await page.setInputFiles('#m-drawing', drawing);
  await Promise.all([page.waitForEvent('load'), page.click('form[enctype] .btn.second')]);
  await press(page, '检查后提交');
  await press(page, '提交申请');
  return new URL(page.url()).pathname.replace(/\/receipt$/, '');
}

// What a person does on the way to a filed case, for tests that begin after it.
import type { ItemVersion } from '@zhengtong/catalogue';
import { hiddenOf, type Tab } from './tab.ts';

/** Real-name check with a number of the fictional area. */
export async function verifySelf(tab: Tab, back = '/my/account') {
  const page = await tab.get(`/my/verification?back=${encodeURIComponent(back)}`);
  const who = { name: '王小明', number: '990100199001010012' };
  return await tab.post('/my/verification', { ...hiddenOf(page.body, '/my/verification'), ...who });
}

/** Begins an application; answers its address. */
export async function startWindmill(tab: Tab, item: Pick<ItemVersion, 'divisionCode' | 'itemId'>): Promise<string> {
  const page = await tab.get(`/apply/${item.divisionCode}/${item.itemId}`);
  const started = await tab.post('/apply', hiddenOf(page.body, '/apply'));
  return String(started.headers.location).replace(/\/apply$/, '');
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

export async function uploadDrawing(
  tab: Tab,
  at: string,
  name = '平面图.pdf',
  bytes = pdf,
  more: Record<string, string> = {},
) {
  const page = await tab.get(`${at}/materials`);
  return await tab.upload(`${at}/materials`, { ...hiddenOf(page.body, `${at}/materials`), ...more }, { name, bytes });
}

/** Answers, uploads and sends; the last press `times` times at once. */
export async function fileWindmill(tab: Tab, at: string, times = 1) {
  const page = await tab.get(`${at}/questions/blades`);
  await tab.post(`${at}/questions/blades`, { ...hiddenOf(page.body, `${at}/questions/blades`), 'q.blades': '3' });
  await uploadDrawing(tab, at);
  const form = hiddenOf((await tab.get(`${at}/check`)).body, `${at}/submission`);
  return await Promise.all(Array.from({ length: times }, () => tab.post(`${at}/submission`, form)));
}

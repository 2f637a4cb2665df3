// The enhancement scripts, each on a small page served from loopback.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import {
  AutosaveStatus,
  Button,
  FileUpload,
  loadEnhancements,
  PrintButton,
  ReadAloudButton,
  TextArea,
  TextInput,
} from '@zhengtong/ui';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { closeBrowser, closePage, openPage } from '../browser/index.ts';

const received: { path: string; body: string; autosave: string | undefined }[] = [];
let answerStatus = 204;
let content: ReactNode = null;
let origin = '';
const server = createServer((request, reply) => {
  const path = request.url ?? '/';
  const script = scripts[path];
  if (script !== undefined) return reply.setHeader('content-type', 'text/javascript').end(script);
  let body = '';
  request.setEncoding('utf8').on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    if (request.method === 'POST') received.push({ path, body, autosave: request.headers['x-autosave']?.toString() });
    if (path === '/save') return reply.writeHead(answerStatus).end();
    if (path === '/upload') return reply.writeHead(303, { location: '/done' }).end();
    const tags = Object.keys(scripts).map((src) => `<script src="${src}" defer></script>`);
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.end(
      `<!doctype html><html lang="zh-CN"><title>t</title>${tags.join('')}<main>${renderToStaticMarkup(content)}</main>`,
    );
  });
});
const scripts: Record<string, string> = {};

before(async () => {
  for (const { name, code } of Object.values(await loadEnhancements())) scripts[`/${name}.js`] = code;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  server.close();
  await closeBrowser();
});

async function show(children: ReactNode) {
  content = children;
  received.length = 0;
  const page = await openPage();
  await page.goto(origin);
  return page;
}
const form = (props: Record<string, string>, ...children: ReactNode[]) =>
  createElement('form', { method: 'post', ...props }, ...children);
const field = { id: 'shop', name: 'shop', label: '店铺名称' };

test('autosave sends what was typed once typing rests, and says so', async () => {
  answerStatus = 204;
  const page = await show(
    form({ 'data-autosave': '/save' }, createElement(TextInput, field), createElement(AutosaveStatus)),
  );
  await page.fill('#shop', '小明面馆');
  await page.getByText(/已保存 \d\d:\d\d/).waitFor();
  assert.deepEqual(received, [{ path: '/save', body: 'shop=%E5%B0%8F%E6%98%8E%E9%9D%A2%E9%A6%86', autosave: '1' }]);
  await closePage(page);
});

test('when the session is over autosave says so and the text stays', async () => {
  answerStatus = 401;
  const page = await show(
    form({ 'data-autosave': '/save' }, createElement(TextInput, field), createElement(AutosaveStatus)),
  );
  await page.fill('#shop', '小明面馆');
  await page.getByText('登录已到期').waitFor();
  assert.equal(await page.inputValue('#shop'), '小明面馆');
  await closePage(page);
});

test('where another window says otherwise autosave says so and stops', async () => {
  answerStatus = 409;
  const page = await show(
    form({ 'data-autosave': '/save' }, createElement(TextInput, field), createElement(AutosaveStatus)),
  );
  await page.fill('#shop', '小明面馆');
  await page.getByText('在别的窗口改过了').waitFor();
  await page.fill('#shop', '小明大面馆');
  await page.waitForTimeout(2500);
  assert.equal(received.length, 1);
  await closePage(page);
});

test('the count of characters follows typing and tells what is too much', async () => {
  const page = await show(createElement(TextArea, { ...field, maxCharacters: 5 }));
  await page.fill('#shop', '一二三');
  await page.getByText('还可输入 2 字').waitFor();
  await page.fill('#shop', '一二三四五六𠮷');
  await page.getByText('超出 2 字').waitFor();
  await closePage(page);
});

test('an upload ends on the page the server leads to', async () => {
  const upload = createElement(FileUpload, { id: 'paper', name: 'paper', label: '材料' });
  const page = await show(
    form({ action: '/upload', encType: 'multipart/form-data' }, upload, createElement(Button, null, '传')),
  );
  await page.setInputFiles('#paper', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
  await page.click('button');
  await page.waitForURL('**/done');
  assert.match(received[0]?.body ?? '', /hello/);
  await closePage(page);
});

test('a form pressed twice is sent once', async () => {
  const page = await show(form({ action: '/twice', target: '_blank' }, createElement(Button, null, '交')));
  await page.evaluate(() => {
    document.querySelector('button')?.click();
    document.querySelector('button')?.click();
  });
  await page.waitForTimeout(300);
  assert.equal(received.filter(({ path }) => path === '/twice').length, 1);
  await closePage(page);
});

test('buttons that need script show themselves only with it', async () => {
  const buttons = createElement('div', null, createElement(PrintButton), createElement(ReadAloudButton));
  const page = await show(buttons);
  assert.equal(await page.getByText('打印').isVisible(), true);
  const bare = await openPage({ script: false });
  await bare.goto(origin);
  assert.equal(await bare.getByText('打印').isVisible(), false);
  await closePage(page);
  await closePage(bare);
});

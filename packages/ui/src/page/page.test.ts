import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { DesignPage } from '../design/design-page.tsx';
import { themes } from '../theme.ts';
import { Page, type PageProps } from './page.tsx';
import { renderPage } from './render-page.ts';

const props: PageProps = {
  lang: 'zh',
  theme: 'standard',
  title: '首页',
  styleHref: '/style.css',
  header: {
    serviceName: '示例市政务服务',
    homeHref: '/',
    themeHref: (theme, size) => `/theme/${theme}/${size}`,
    languageHref: (lang) => `/lang/${lang}`,
    signInHref: '/sign-in',
  },
  footer: { help: [{ icon: 'phone', text: '12345', href: 'tel:12345' }], links: [], publisher: '示例市' },
  children: '内容',
};
const html = (more: Partial<PageProps> = {}): string => renderPage(createElement(Page, { ...props, ...more }));

test('a page is a whole document in its language and theme', () => {
  assert.match(html(), /^<!doctype html><html lang="zh-CN" data-theme="standard"/);
  assert.match(html({ lang: 'en', theme: 'large' }), /^<!doctype html><html lang="en" data-theme="large"/);
});

test('after an error the title of the tab says so first', () => {
  assert.match(html({ hasErrors: true }), /<title>错误：首页 · 示例市政务服务<\/title>/);
});

test('长辈版 leads back to the standard version and offers three sizes of type', () => {
  const said = html({ theme: 'large', typeSize: 2 });
  assert.match(said, /href="\/theme\/standard\/1"[^>]*>.*标准版/);
  for (const size of [1, 2, 3]) assert.ok(said.includes(`href="/theme/large/${size}"`));
  assert.match(said, /size-2" href="\/theme\/large\/2" aria-current="true"/);
});

test('signing out is a POST with its token and never a link', () => {
  const person = { name: '王*明', accountHref: '/me', signOutAction: '/sign-out', token: { name: 'csrf', value: 't' } };
  const said = html({ header: { ...props.header, person } });
  assert.match(said, /<form action="\/sign-out" method="post"><input type="hidden" name="csrf" value="t"\/>/);
  assert.doesNotMatch(said, /href="\/sign-out"/);
});

test('scripts carry nonce and integrity and wait for the page', () => {
  const said = html({ nonce: 'n1', scripts: [{ src: '/a.js', integrity: 'sha384-x' }] });
  assert.match(said, /<script src="\/a.js" integrity="sha384-x" nonce="n1" defer=""><\/script>/);
});

for (const theme of themes) {
  test(`the design page in the ${theme} theme holds no inline style, script or handler, and no id twice`, () => {
    const said = renderPage(createElement(DesignPage, { theme, styleHref: '/style.css' }));
    assert.doesNotMatch(said, / style="|<style|<script|\son[a-z]+="|javascript:/);
    const ids = [...said.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
    );
  });
}

test('English pages hold no Chinese but the names of things', () => {
  const said = renderPage(createElement(DesignPage, { theme: 'standard', lang: 'en', styleHref: '/style.css' }));
  const chinese = [...new Set(said.match(/[\p{Script=Han}]+/gu) ?? [])];
  assert.deepEqual(chinese, [
    '中文',
    '王小明',
    '印章',
    '示例市市场监督管理局',
    '示',
    '例',
    '市',
    '场',
    '监',
    '督',
    '管',
    '理',
    '局',
  ]);
});

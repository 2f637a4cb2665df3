import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BarChart } from '../charts/bar-chart.tsx';
import { Button } from './button.tsx';
import { DayStrip } from './day-strip.tsx';
import { ErrorContent, errorKinds } from './error-content.tsx';
import { LongNumbers } from './long-numbers.tsx';
import { Pagination } from './pagination.tsx';
import { StatusTag, statusKinds } from './status-tag.tsx';
import { type Step, Steps } from './steps.tsx';
import { SummaryList } from './summary-list.tsx';
import { Table } from './table.tsx';

const html = (element: ReactElement): string => renderToStaticMarkup(element);

test('every state has a shape of its own, so that colour is never the only cue', () => {
  const shapes = statusKinds.map(
    (kind) => html(createElement(StatusTag, { kind, children: '' })).match(/<svg.*<\/svg>/)?.[0],
  );
  assert.equal(new Set(shapes).size, statusKinds.length);
});

test('every step says its state in a word', () => {
  const states: Step['state'][] = ['done', 'current', 'waiting', 'paused', 'stopped'];
  const said = html(createElement(Steps, { label: '过程', steps: states.map((state) => ({ title: state, state })) }));
  for (const word of ['已完成', '进行中', '未开始', '已暂停', '已终止']) assert.ok(said.includes(word), word);
  assert.equal(said.split('aria-current="step"').length - 1, 2);
});

test('a day of the clock says its date, whether it counted and why not', () => {
  const day = { label: '11月17日 周二', short: '17', weekday: 2, kind: 'paused' as const, why: '等待补正' };
  assert.match(html(createElement(DayStrip, { title: '期限', days: [day] })), /11月17日 周二 暂停，不计 等待补正/);
});

test('an answer that was not given is said in words and its change link names it', () => {
  const said = html(createElement(SummaryList, { rows: [{ label: '备注', changeHref: '#a' }] }));
  assert.match(said, /未填写/);
  assert.match(said, /修改<span class="vh"> ?备注/);
});

test('each cell of a table carries the name of its column for a narrow screen', () => {
  const columns = [
    { key: 'a', label: '时间' },
    { key: 'b', label: '单位' },
  ];
  const said = html(
    createElement(Table, { caption: '表', columns, rows: [{ id: '1', cells: { a: '今天', b: '民政局' } }] }),
  );
  assert.match(said, /<th scope="row">今天<\/th><td data-label="单位">民政局/);
});

test('a chart carries its numbers as a table too, also when all are nought', () => {
  const bars = [{ label: '档案馆', value: 0, text: '0' }];
  const said = html(createElement(BarChart, { title: '件数', labelColumn: '部门', valueColumn: '件', bars }));
  assert.match(said, /<table/);
  assert.doesNotMatch(said, /NaN|Infinity/);
});

test('a busy button cannot be pressed again', () => {
  assert.match(html(createElement(Button, { isBusy: true, children: '提交' })), /disabled="" aria-busy="true"/);
});

test('there is no page turning where there is one page', () => {
  assert.equal(html(createElement(Pagination, {})), '');
});

test('every error page says in both languages what happened and what to do', () => {
  for (const kind of errorKinds)
    for (const lang of ['zh', 'en'] as const) {
      const said = html(createElement(ErrorContent, { kind, lang, requestId: 'r-1' }));
      assert.match(said, /<h1>[^<]+<\/h1><p class="lead">[^<]{15,}<\/p>/);
      assert.match(said, /r-1/);
    }
});

test('a long number is shown in groups and yet is one word of text, without a space', () => {
  const shown = html(createElement(LongNumbers, { children: '编号 9901002026112952193516D，等待' }));
  assert.match(shown, /<span>990100<\/span><wbr\/><span>20261129<\/span><wbr\/><span>5219<\/span>/);
  assert.equal(shown.replace(/<[^>]*>/g, ''), '编号 9901002026112952193516D，等待');
  for (const plain of ['13900000001', 'ZT-84SP-DNDY-P3J3-4', '0000-8001011', '2026年11月29日'])
    assert.equal(html(createElement(LongNumbers, { children: plain })), plain);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Checkboxes, Radios } from './choices.tsx';
import { DateInput, joinDateParts } from './date-input.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FileUpload } from './file-upload.tsx';
import { RatingInput } from './rating-input.tsx';
import { sayKinds } from './say-kinds.ts';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextInput } from './text-input.tsx';

const html = (element: ReactElement): string => renderToStaticMarkup(element);
const field = { id: 'a', name: 'b', label: '店铺名称' };

test('a control is tied to its label, hint, error and source, in the order they are read', () => {
  const said = html(createElement(TextInput, { ...field, hint: '提示', error: '错', source: '户籍' }));
  assert.match(said, /<label class="label" for="a">/);
  assert.match(said, /aria-describedby="a-hint a-err a-source"/);
  assert.match(said, /aria-invalid="true"/);
});

test('a field without remarks points at none', () => {
  assert.doesNotMatch(html(createElement(TextInput, field)), /aria-describedby|aria-invalid|undefined/);
});

test('an error says in words that it is one', () => {
  assert.match(html(createElement(TextInput, { ...field, error: '太短' })), /错误：<\/span>太短/);
  assert.match(
    html(createElement(TextInput, { ...field, error: 'too short', lang: 'en' })),
    /Error: <\/span>too short/,
  );
});

test('whatever was typed comes back as typed, and never as markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const said = html(createElement(TextInput, { ...field, value }));
      assert.equal(said.split('<input').length, 2);
      assert.doesNotMatch(said.slice(said.indexOf('value="') + 7).split('"')[0] ?? '', /[<>]/);
    }),
  );
});

test('one question a page makes its label the heading of the page', () => {
  assert.match(html(createElement(TextInput, { ...field, isPageHeading: true })), /<h1 class="label-h"><label/);
  assert.match(
    html(createElement(Radios, { ...field, isPageHeading: true, choices: [] })),
    /<legend class="label"><h1 class="label-h">/,
  );
});

test('choices carry ids of their own and only the one that was chosen is chosen', () => {
  const choices = [
    { value: 'x', label: '甲' },
    { value: 'y', label: '乙' },
  ];
  const said = html(createElement(Radios, { ...field, value: 'y', choices }));
  assert.match(said, /id="a-1" name="b" value="x"\/>/);
  assert.match(said, /id="a-2"[^>]* checked=""/);
  const boxes = html(createElement(Checkboxes, { ...field, values: ['x', 'y'], choices }));
  assert.equal(boxes.split('checked=""').length - 1, 2);
});

test('no grade is chosen beforehand and the grades differ in nothing but word and stars', () => {
  const said = html(createElement(RatingInput, field));
  assert.doesNotMatch(said, /checked/);
  assert.deepEqual(
    [...said.matchAll(/value="(\d)"/g)].map((match) => match[1]),
    ['5', '4', '3', '2', '1'],
  );
  assert.equal(new Set([...said.matchAll(/<div class="([^"]*tick[^"]*)"/g)].map((match) => match[1])).size, 1);
});

test('a date comes back in its three parts, also when it is wrong', () => {
  const said = html(createElement(DateInput, { ...field, value: '2027-02-30', error: '没有这一天', wrongPart: 'day' }));
  for (const part of ['value="2027"', 'value="02"', 'value="30"']) assert.ok(said.includes(part), part);
  assert.equal(said.split('aria-invalid').length - 1, 1);
});

test('a date in English asks for the day first', () => {
  const said = html(createElement(DateInput, { ...field, lang: 'en' }));
  assert.ok(said.indexOf('>Day<') < said.indexOf('>Year<'));
});

test('what is typed into the parts of a date is joined without mending it', () => {
  assert.equal(joinDateParts({ 'b-year': '2026', 'b-month': '3', 'b-day': '9' }, 'b'), '2026-03-09');
  assert.equal(joinDateParts({ 'b-year': '2026', 'b-month': '十', 'b-day': '' }, 'b'), '2026-十-');
  assert.equal(joinDateParts({}, 'b'), '');
});

test('a list begins with an empty line, so that nothing is chosen by default', () => {
  const said = html(createElement(Select, { ...field, options: [{ value: '1', label: '东区' }] }));
  assert.match(said, /<option value="" selected="">请选择<\/option>/);
});

test('a limit on length is said beforehand and never enforced by cutting', () => {
  const said = html(createElement(TextArea, { ...field, maxCharacters: 200 }));
  assert.match(said, /最多 200 字/);
  assert.doesNotMatch(said, /maxlength/i);
});

test('a refused file says why beside its name', () => {
  const files = [{ name: '甲.exe', size: '1 MB', state: 'refused' as const, reason: '请换成图片' }];
  assert.match(html(createElement(FileUpload, { ...field, files })), /未通过.*请换成图片/);
});

test('the error summary links each line to its field and is absent without errors', () => {
  assert.match(
    html(createElement(ErrorSummary, { errors: [{ id: 'a', text: '请填写' }] })),
    /<a href="#a">请填写<\/a>/,
  );
  assert.equal(html(createElement(ErrorSummary, { errors: [] })), '');
});

test('a place for files is opened by a label in our own words and says in plain ones what it takes', () => {
  const said = html(
    createElement(FileUpload, {
      id: 'm',
      name: 'file',
      label: '图纸',
      accept: 'application/pdf,image/jpeg,image/png,.ofd',
    }),
  );
  assert.match(said, /照片或扫描件（JPG、PNG、PDF、OFD）/);
  assert.match(said, /<label[^>]*for="m"[^>]*>.*选照片或文件<\/label>/);
  assert.match(said, /aria-describedby="m-kinds"/);
  assert.equal(sayKinds('.png'), '照片（PNG）');
  assert.equal(sayKinds('.pdf,.docx', 'en'), 'A file (PDF, Word)');
  assert.equal(sayKinds('.zip'), '');
});

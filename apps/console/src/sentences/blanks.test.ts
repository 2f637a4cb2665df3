import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en, zh } from './index.ts';

/** Blanks that hold a label or a list of labels: each begins with a capital of its own, wherever it stands. */
const ofLabels = ['label', 'step', 'what', 'point'];

const sayings = (all: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.entries(all).flatMap(([group, said]) => Object.entries(said).map(([key, text]) => [`${group}.${key}`, text]));

test('in English a label begins its sentence, stands in quotation marks, or comes after a colon', () => {
  for (const [key, text = ''] of sayings(en))
    for (const [blank, name = ''] of text.matchAll(/\{\{(\w+)\}\}/g))
      if (ofLabels.includes(name)) assert.match(text, new RegExp(`(^|“|: )${blank}`), `${key}: ${text}`);
});

test('every blank of a sentence is filled in both languages', () => {
  const blanksOf = (text = '') => [...text.matchAll(/\{\{\w+\}\}/g)].map(([blank]) => blank).sort();
  const inEnglish = new Map(sayings(en) as [string, string][]);
  for (const [key = '', text] of sayings(zh)) assert.deepEqual(blanksOf(inEnglish.get(key)), blanksOf(text), key);
});

test('what is counted is said as one where it is one', () => {
  for (const [key, text = ''] of sayings(en))
    assert.doesNotMatch(text, /\}\} (days|sessions|stars|cases|files|lines)\b/, `${key}: ${text}`);
});

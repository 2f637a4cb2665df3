import type { Inspection, Step } from '../receipt/inspect-receipt.ts';
import { make, rows, sign } from './elements.ts';
import { sayOutcome, sayStep } from './say-inspection.ts';
import { fieldName, type Language, say, sayFact, sayInstant, sayValue } from './words.ts';

function stepItem(language: Language, step: Step): HTMLElement {
  const { title, sentence } = sayStep(language, step);
  const verdict = make('span', { class: step.outcome }, say(language, step.outcome));
  const heading = make('p', {}, make('b', {}, title), verdict);
  return make('li', {}, sign(step.outcome), make('div', {}, heading, make('p', { class: 'soft' }, sentence)));
}

/** A flat JSON object as rows in plain words, anything else as it stands. */
function contentOf(language: Language, content: string): HTMLElement {
  try {
    const value = JSON.parse(content) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const pairs = Object.entries(value).map(([field, one]): [string, string] => [
        fieldName(language, field),
        sayValue(language, one),
      ]);
      return rows(pairs);
    }
  } catch {
    // Not JSON: shown below as text.
  }
  return make('pre', { tabindex: '0' }, content);
}

/** Fills the result with what an inspection found; the caller moves the focus there. */
export function showResult(section: HTMLElement, language: Language, inspection: Inspection): void {
  const { outcome, steps, content, facts, issuers = [], seenAt } = inspection;
  const children = [
    make('h2', { id: 'result-title', class: `verdict ${outcome}` }, sign(outcome), say(language, `verdict-${outcome}`)),
    make('p', {}, sayOutcome(language, inspection)),
  ];
  if (content !== undefined) {
    children.push(make('h3', {}, say(language, 'content')), contentOf(language, content));
    const names = issuers.map((issuer) => issuer[language]).join('、');
    const pairs: [string, string][] = names ? [[fieldName(language, 'issuer'), names]] : [];
    if (seenAt !== undefined) pairs.push([say(language, 'seenAt'), sayInstant(language, seenAt * 1000)]);
    if (pairs.length > 0) children.push(rows(pairs));
  }
  children.push(make('h3', {}, say(language, 'steps')));
  children.push(make('ol', { class: 'steps' }, ...steps.map((step) => stepItem(language, step))));
  if (content !== undefined && facts) {
    const pairs = Object.entries(facts).map(([field, value]): [string, string] => [
      fieldName(language, field),
      sayFact(language, field, value),
    ]);
    if (pairs.length > 0) children.push(make('h3', {}, say(language, 'facts')), rows(pairs));
  }
  section.dataset.outcome = outcome;
  section.replaceChildren(...children);
  section.hidden = false;
}

import type { Inspection, Step } from '../receipt/inspect-receipt.ts';
import { type Language, say, sayDays } from './words.ts';

/** A step's title and the sentence under it, in the words of the page. */
export function sayStep(language: Language, { name, reason, details = [] }: Step): { title: string; sentence: string } {
  const title = say(language, name === 'content' || name === 'witnesses' ? `step-${name}` : name);
  const isPlaced = ['inclusion', 'validity'].includes(name);
  const ages = details.map((days) => sayDays(language, Number(days)));
  const filling = name === 'age' ? ages : isPlaced ? details : [details.join(language === 'zh' ? '、' : ', ')];
  return { title, sentence: say(language, reason, ...filling) };
}

/** The sentence under the verdict; a true certificate out of its days is not called forged. */
export function sayOutcome(language: Language, { outcome, content }: Inspection): string {
  return say(language, content !== undefined && outcome === 'fails' ? 'say-expired' : `say-${outcome}`);
}

const signs = { holds: '✓', fails: '✗', open: '?' };

/** The whole inspection as plain text, for a terminal. */
export function sayInspection(language: Language, inspection: Inspection): string {
  const { outcome, steps, content } = inspection;
  const lines = steps.map((step) => {
    const { title, sentence } = sayStep(language, step);
    return `${signs[step.outcome]} ${title} ${say(language, step.outcome)}\n    ${sentence}`;
  });
  const said = content === undefined ? [] : [say(language, 'content'), `    ${content.trim()}`];
  return [`${say(language, `verdict-${outcome}`)} · ${sayOutcome(language, inspection)}`, ...said, ...lines].join('\n');
}

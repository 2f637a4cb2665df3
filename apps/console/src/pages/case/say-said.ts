import type { TimelineEntry } from '@zhengtong/cases/contract';
import { say, sayCode } from '../../sentences/say.ts';

// Keys of the log that are names of other things: the page shows them where they stand.
const unsaid = new Set(['step', 'toStep', 'material', 'check']);

/** What was said with an action, as sentences; codes become words. */
export function saySaid(said: TimelineEntry['said']): string[] {
  return said
    .filter(({ key }) => !unsaid.has(key))
    .map(({ key, text }) => {
      if (key === 'outcome') return sayCode('outcome', text);
      if (key === 'openPoint') return say('case.confirmedOpen', { point: text });
      if (key === 'way') return sayCode('way', text);
      return text;
    });
}

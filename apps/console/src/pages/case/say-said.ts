import type { TimelineEntry } from '@zhengtong/cases/contract';
import { say, sayCode } from '../../sentences/say.ts';

/** What was said with an action, as sentences; codes become words. */
export const saySaid = (said: TimelineEntry['said']): string[] =>
  said.map(({ key, text }) => {
    if (key === 'outcome') return sayCode('outcome', text);
    if (key === 'openPoint') return say('case.confirmedOpen', { point: text });
    if (key === 'lastOn') return say('case.lastOn', { on: text });
    if (key === 'toStaff') return say('case.toStaff', { names: text });
    if (key === 'fromPost' || key === 'toPost') return say(`case.${key}`, { post: text });
    if (key === 'way') return sayCode('way', text);
    if (key === 'found') return text === 'fine' ? say('case.fine') : say('case.notFine');
    if (key === 'changed') return say('case.changed', { what: text });
    if (key === 'leftAsIs') return say('case.leftAsIs', { what: text });
    if (key === 'because') return sayCode('because', text);
    if (key === 'opinion') return sayCode('opinion', text);
    return text;
  });

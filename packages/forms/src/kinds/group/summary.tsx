import type { Kinds } from '../../answers/check-questions.ts';
import type { Kind } from '../kind.ts';
import { partOf } from '../typed.ts';
import { itemQuestions } from './check.ts';

/** One line an entry: its answers in order, with their labels. */
export const makeSummarise =
  (kinds: Kinds): Kind['summarise'] =>
  (value, question, lang, context) =>
    (Array.isArray(value) ? value : []).map((entry, index) => {
      const told = itemQuestions(question).flatMap((one) => {
        const part = partOf(entry, one.key);
        if (part === undefined) return [];
        return [`${one.label[lang]}：${kinds[one.kind].summarise(part, one, lang, context).join(' ')}`];
      });
      const joined = told.join(lang === 'zh' ? '；' : '; ');
      return `${index + 1}. ${lang === 'zh' ? joined : joined.replaceAll('：', ': ')}`;
    });

import type { Sentence } from '@zhengtong/standards';
import type { Question } from '../../definition/definition.ts';

/** How the page calls an entry: `家庭成员 2`, `第 2 项`. Errors call it the same, so that it is found there. */
export function titleOfEntry({ itemLabel }: Question, index: number): Sentence {
  const number = index + 1;
  return itemLabel
    ? { zh: `${itemLabel.zh} ${number}`, en: `${itemLabel.en} ${number}` }
    : { zh: `第 ${number} 项`, en: `Entry ${number}` };
}

/** What is written on the button that adds an entry. */
export const sayAdd = ({ itemLabel }: Question): Sentence =>
  itemLabel
    ? { zh: `再添加一项：${itemLabel.zh}`, en: `Add another: ${itemLabel.en}` }
    : { zh: '再添加一项', en: 'Add another' };

/** No entry at all: how many there are to be, and how they are added. The page always has a first one to fill in. */
export function sayNone(question: Question): Sentence {
  const { label, minItems = 1, maxItems } = question;
  const [least, first, add] = [Math.max(1, minItems), titleOfEntry(question, 0), sayAdd(question)];
  const more = {
    zh: maxItems === 1 ? '' : `；还有的，点“${add.zh}”`,
    en: maxItems === 1 ? '' : `; for more, press “${add.en}”`,
  };
  return {
    zh: `${label.zh}至少要有 ${least} 项：请填写“${first.zh}”${more.zh}。`,
    en: `${label.en}: at least ${least} needed. Fill in “${first.en}”${more.en}.`,
  };
}

import { Fragment } from 'react';
import type { Lang } from '../language.ts';
import { InChinese } from './in-chinese.tsx';

// Sixteen places and more without a mark between them: official numbers, credit codes, numbers of residents.
const long = /(?<![\w-])([0-9A-Z]{16,32})(?![\w-])/;
// The area and the day at the head of an official number and of a resident's are read as such; the rest by fours.
const dated = /^(\d{6})(\d{8})(\d{4})(\d{4}[0-9A-Z])$|^(\d{6})(\d{8})(\d{3}[\dX])$/;

const groupsOf = (number: string): string[] =>
  dated.exec(number)?.slice(1).filter(Boolean) ?? number.match(/.{1,4}/g) ?? [];

/**
 * A text with its long numbers in groups, as they are read out on the telephone. The gaps are style, no characters:
 * copied, searched for in the page or pasted into a field, a number has none. Chinese is marked as in `InChinese`.
 */
export function LongNumbers({ lang, children }: { lang?: Lang | undefined; children: string }) {
  return children.split(long).map((part, at) => {
    const key = `${at}-${part}`;
    if (at % 2 === 0)
      return (
        <InChinese key={key} lang={lang}>
          {part}
        </InChinese>
      );
    return (
      <span key={key} className="long-number">
        {groupsOf(part).map((group, index) => (
          <Fragment key={`${index}-${group}`}>
            {index > 0 ? <wbr /> : null}
            <span>{group}</span>
          </Fragment>
        ))}
      </span>
    );
  });
}

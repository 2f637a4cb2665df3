import type { ReactNode } from 'react';
import { InChinese } from '../content/in-chinese.tsx';
import { LongNumbers } from '../content/long-numbers.tsx';
import type { Lang } from '../language.ts';
import { Seal } from './seal.tsx';

export type LetterProps = {
  /** The body that decides; stands at the head and signs at the foot. */
  issuer: string;
  /** "准予行政许可决定书" */
  title: string;
  /** "示市监许准字〔2026〕第000123号" */
  number?: string | undefined;
  /** Whom it addresses. */
  to: string;
  /** The day of signing, as written in a letter. */
  date: string;
  /** The name the seal bears, which is Chinese also in an English letter; the issuer's by default. */
  sealName?: string | undefined;
  /** Without a seal until it is signed. */
  isSealed?: boolean | undefined;
  headingLevel?: 1 | 2 | 3 | undefined;
  lang?: Lang | undefined;
  children: ReactNode;
};

/** A decision as the letter it is: who writes, to whom, what and why, what can be done against it, signed and sealed. */
export function Letter(props: LetterProps) {
  const { issuer, sealName = issuer, title, number, to, date, isSealed, headingLevel = 1, lang, children } = props;
  const Title = `h${headingLevel}` as const;
  return (
    <article className="letter">
      <header>
        <p className="letter-from">
          <InChinese lang={lang}>{issuer}</InChinese>
        </p>
        <Title>{title}</Title>
        {number ? (
          <p className="letter-number">
            <LongNumbers lang={lang}>{number}</LongNumbers>
          </p>
        ) : null}
      </header>
      <p className="letter-to">
        <InChinese lang={lang}>{to}</InChinese>
        {lang === 'en' ? ':' : '：'}
      </p>
      <div className="letter-body">{children}</div>
      <footer>
        <div className="letter-sign">
          {isSealed ? <Seal name={sealName} /> : null}
          <div className="signed">
            <div>
              <InChinese lang={lang}>{issuer}</InChinese>
            </div>
            <div>{date}</div>
          </div>
        </div>
      </footer>
    </article>
  );
}

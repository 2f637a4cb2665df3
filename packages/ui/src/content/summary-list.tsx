import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';
import { InChinese } from './in-chinese.tsx';
import { LongNumbers } from './long-numbers.tsx';

export type SummaryRow = {
  label: string;
  /** Empty is said in words, never left blank. */
  value?: ReactNode;
  /** Where it came from when nobody typed it. */
  source?: string | undefined;
  changeHref?: string | undefined;
  error?: string | undefined;
};

export type SummaryListProps = { title?: string | undefined; rows: SummaryRow[]; lang?: Lang | undefined };

/** Check your answers: what was asked, what was said, and a way back to change it. */
export function SummaryList({ title, rows, lang }: SummaryListProps) {
  const words = uiWords(lang);
  return (
    <section className="sum">
      {title ? <h2>{title}</h2> : null}
      <dl>
        {rows.map((row) => (
          <div key={row.label} className={row.error ? 'sum-row bad' : 'sum-row'}>
            <dt>
              <InChinese lang={lang}>{row.label}</InChinese>
            </dt>
            <dd>
              {typeof row.value === 'string' ? <LongNumbers lang={lang}>{row.value}</LongNumbers> : row.value}
              {row.value !== undefined && row.value !== null ? null : <span className="none">{words.notGiven}</span>}
              {row.source ? (
                <span className="source">
                  <Icon name="check" />
                  {words.source}
                  <InChinese lang={lang}>{row.source}</InChinese>
                </span>
              ) : null}
              {row.error ? (
                <span className="err">
                  <Icon name="alert" />
                  {row.error}
                </span>
              ) : null}
            </dd>
            {row.changeHref ? (
              <dd className="act">
                <a href={row.changeHref}>
                  {words.change}
                  <span className="vh">
                    {' '}
                    <InChinese lang={lang}>{row.label}</InChinese>
                  </span>
                </a>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}

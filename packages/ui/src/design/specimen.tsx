import type { ReactNode } from 'react';
import type { Lang } from '../language.ts';

/** Picks the sentence of the page's language. */
export type Say = (zh: string, en: string) => string;
export const sayIn =
  (lang: Lang): Say =>
  (zh, en) =>
    lang === 'zh' ? zh : en;

export type SectionProps = { lang: Lang; say: Say };

/** One component in one or more states, under its name. */
export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="specimen">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

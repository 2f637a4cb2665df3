import type { Lang } from '../language.ts';
import { LongNumbers } from './long-numbers.tsx';

export type FactsProps = { facts: readonly string[]; className?: string | undefined; lang?: Lang | undefined };

/** Short facts beside each other with a dot between two; a line that begins anew begins without the dot. */
export function Facts({ facts, className, lang }: FactsProps) {
  return (
    <div className={className ? `facts ${className}` : 'facts'}>
      {facts.map((fact) => (
        <span key={fact}>
          <LongNumbers lang={lang}>{fact}</LongNumbers>
        </span>
      ))}
    </div>
  );
}

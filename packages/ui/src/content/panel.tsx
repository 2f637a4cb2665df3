import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import { LongNumbers } from './long-numbers.tsx';

export type PanelProps = {
  title: string;
  /** A number the person will be asked for: said once, large, easy to copy. */
  number?: { label: string; text: string } | undefined;
  headingLevel?: 1 | 2 | undefined;
  children?: ReactNode;
};

/** It is done: the head of a receipt page. */
export function Panel({ title, number, headingLevel = 1, children }: PanelProps) {
  const Title = `h${headingLevel}` as const;
  return (
    <div className="panel">
      <span className="panel-tick">
        <Icon name="check" />
      </span>
      <Title>{title}</Title>
      {number ? (
        <p className="panel-number">
          {number.label}
          <strong className="code">
            <LongNumbers>{number.text}</LongNumbers>
          </strong>
        </p>
      ) : null}
      {children}
    </div>
  );
}

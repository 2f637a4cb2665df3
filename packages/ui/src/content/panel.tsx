import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';

export type PanelProps = {
  title: string;
  /** A number the person will be asked for: said once, large, easy to copy. */
  number?: { label: string; text: string } | undefined;
  children?: ReactNode;
};

/** It is done: the head of a receipt page. */
export function Panel({ title, number, children }: PanelProps) {
  return (
    <div className="panel">
      <span className="panel-tick">
        <Icon name="check" />
      </span>
      <h1>{title}</h1>
      {number ? (
        <p className="panel-number">
          {number.label}
          <strong className="code">{number.text}</strong>
        </p>
      ) : null}
      {children}
    </div>
  );
}

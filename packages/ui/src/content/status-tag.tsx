import type { ReactNode } from 'react';

/** What a state means to the person, not how it is coloured. */
export const statusKinds = ['draft', 'waiting', 'active', 'done', 'attention', 'stopped'] as const;
export type StatusKind = (typeof statusKinds)[number];

// Each state has a shape of its own, so that it is told apart without colour and on a bad printer.
const shapes: Record<StatusKind, ReactNode> = {
  draft: <path d="M4 3h8v10H4z" strokeDasharray="2 1.6" />,
  waiting: <circle cx="8" cy="8" r="5" />,
  active: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path className="full" d="M8 3a5 5 0 0 1 0 10z" />
    </>
  ),
  done: <path d="M2.5 8.500l3.5 3.5 7.5-8" />,
  attention: <path className="full" d="M8 2l6.5 12h-13z" />,
  stopped: <path className="full" d="M5 2h6l3 3v6l-3 3H5l-3-3V5z" />,
};

/** The shape alone, beside a word that says the same. */
export const StatusShape = ({ kind }: { kind: StatusKind }) => (
  <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {shapes[kind]}
  </svg>
);

/** A state by word, shape and colour, in that order. */
export function StatusTag({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <strong className={`tag ${kind}`}>
      <StatusShape kind={kind} />
      {children}
    </strong>
  );
}

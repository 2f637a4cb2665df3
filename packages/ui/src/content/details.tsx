import type { ReactNode } from 'react';

/** Help for some that would slow down the others. */
export function Details({ summary, isOpen, children }: { summary: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details open={isOpen}>
      <summary>{summary}</summary>
      <div className="details-in">{children}</div>
    </details>
  );
}

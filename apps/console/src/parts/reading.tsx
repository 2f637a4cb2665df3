import type { ReactNode } from 'react';
import type { Reading } from '../use-asked.ts';
import { Empty, Failed, Loading } from './states.tsx';

type ReadingViewProps<T> = {
  of: Reading<T>;
  /** Whether there is nothing to show, and what to say then. */
  isEmpty?: (value: T) => boolean;
  empty?: ReactNode;
  children: (value: T) => ReactNode;
};

/** What every page that reads goes through: loading, failed, empty, there. */
export function ReadingView<T>({ of, isEmpty, empty, children }: ReadingViewProps<T>) {
  const { value, failure, reload } = of;
  if (value === undefined) return failure ? <Failed failure={failure} onAgain={reload} /> : <Loading />;
  return (
    <>
      {failure ? <Failed failure={failure} onAgain={reload} /> : null}
      {isEmpty?.(value) ? <Empty>{empty}</Empty> : children(value)}
    </>
  );
}

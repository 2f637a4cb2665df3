import type { ReactNode } from 'react';

export type Column<T> = {
  readonly head: string;
  readonly cell: (row: T) => ReactNode;
  /** Names the row to a screen reader. */
  readonly isName?: boolean;
  readonly isCode?: boolean;
};

type RowsTableProps<T> = {
  /** What the table shows, said to a screen reader. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  isLoading?: boolean;
};

/** A dense table; on narrow screens each row becomes a card whose cells carry their heads. */
export function RowsTable<T>({ caption, columns, rows, keyOf, isLoading = false }: RowsTableProps<T>) {
  return (
    <table className="rows" aria-busy={isLoading}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ head, cell, isName, isCode }) =>
              isName ? (
                <th key={head} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={head} data-label={head} className={isCode ? 'code' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

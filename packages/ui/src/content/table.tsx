import type { ReactNode } from 'react';

export type TableColumn = { key: string; label: string; isNumber?: boolean | undefined };

export type TableProps = {
  caption: string;
  isCaptionHidden?: boolean | undefined;
  columns: TableColumn[];
  /** The first column names its row. `id` keeps rows apart. */
  rows: { id: string; cells: Record<string, ReactNode> }[];
};

/** Rows and columns; on a narrow screen each row becomes a card whose cells carry their column's name. */
export function Table({ caption, isCaptionHidden, columns, rows }: TableProps) {
  return (
    <table className="table">
      <caption className={isCaptionHidden ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.isNumber ? 'num' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {row.cells[column.key]}
                </th>
              ) : (
                <td key={column.key} className={column.isNumber ? 'num' : undefined} data-label={column.label}>
                  {row.cells[column.key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

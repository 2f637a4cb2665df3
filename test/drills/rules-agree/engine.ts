import type { Table } from './tables.ts';

/** A database the generated SQL is tried on. */
export type Engine = {
  readonly name: 'duckdb' | 'postgresql';
  /** Puts the tables in the place of those of the batch before. */
  load(tables: readonly Table[]): Promise<void>;
  /** The answers, a column each without `case_id`, in the order of `case_id`. */
  ask(sql: string): Promise<readonly (readonly unknown[])[]>;
  close(): Promise<void>;
};

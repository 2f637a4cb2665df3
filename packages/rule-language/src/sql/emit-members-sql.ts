import type { Ir } from '../ir/ir.ts';
import { quoteName } from './dialect.ts';
import type { SqlEmitter } from './emit-sql.ts';

/** Members of a case: rows of their own table that carry its `case_id`. A member of unknown standing makes a total unknown. */
export function emitMembers(ir: Extract<Ir, { op: 'aggregate' }>, sql: Pick<SqlEmitter, 'emit' | 'program'>): string {
  const where = ir.where ? sql.emit(ir.where) : 'TRUE';
  const body = ir.body ? sql.emit(ir.body) : '1e0::float8';
  const table = quoteName(sql.program.entities[ir.entity]?.name ?? '');
  const from = (select: string) => `(SELECT ${select} FROM ${table} m WHERE m.case_id = c.case_id)`;
  const isOpen = `coalesce(bool_or((${where}) IS NULL OR ((${where}) AND (${body}) IS NULL)), FALSE)`;
  const unlessOpen = (total: string) => from(`CASE WHEN ${isOpen} THEN NULL ELSE ${total} END`);
  switch (ir.fn) {
    case 'count':
      return from(
        `CASE WHEN coalesce(bool_or((${where}) IS NULL), FALSE) THEN NULL ELSE (count(*) FILTER (WHERE ${where}))::float8 END`,
      );
    case 'sum':
      return unlessOpen(`coalesce(sum(${body}) FILTER (WHERE ${where}), 0e0::float8)`);
    case 'mean':
      return unlessOpen(`avg(${body}) FILTER (WHERE ${where})`);
    case 'min':
    case 'max':
      return unlessOpen(`${ir.fn}(${body}) FILTER (WHERE ${where})`);
    case 'some':
    case 'every': {
      // "Every" holds where no member who counts fails.
      const hit = `((${where}) AND ${ir.fn === 'some' ? '' : 'NOT '}(${body}))`;
      const found = ir.fn === 'some' ? 'TRUE' : 'FALSE';
      const none = ir.fn === 'some' ? 'FALSE' : 'TRUE';
      return from(
        `CASE WHEN coalesce(bool_or(${hit}), FALSE) THEN ${found} WHEN coalesce(bool_or(${hit} IS NULL), FALSE) THEN NULL ELSE ${none} END`,
      );
    }
  }
}

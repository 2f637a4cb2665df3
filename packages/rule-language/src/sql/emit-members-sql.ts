import type { Ir } from '../ir/ir.ts';
import { quoteName } from './dialect.ts';
import type { SqlEmitter } from './emit-sql.ts';

/**
 * Members of a case: rows of their own table that carry its `case_id`. A member of unknown standing makes a total unknown.
 * Condition and value become columns first: a total over an expression without a member's column would belong to the query around it.
 */
export function emitMembers(
  ir: Extract<Ir, { op: 'aggregate' }>,
  sql: Pick<SqlEmitter, 'emit' | 'program' | 'markOf'>,
): string {
  const where = ir.where ? sql.emit(ir.where) : 'TRUE';
  const body = ir.body ? sql.emit(ir.body) : '1e0::float8';
  const table = quoteName(sql.program.entities[ir.entity]?.name ?? '');
  const rows = `(SELECT ${where} AS w, ${body} AS b FROM ${table} m WHERE m.case_id = c.case_id) m`;
  const total = `(SELECT ${totalOf(ir.fn)} FROM ${rows})`;
  const mark = sql.markOf(ir.entity);
  return mark === null ? total : `CASE WHEN ${mark} THEN ${total} END`;
}

const isOpen = 'coalesce(bool_or(m.w IS NULL OR (m.w AND m.b IS NULL)), FALSE)';
const unlessOpen = (total: string) => `CASE WHEN ${isOpen} THEN NULL ELSE ${total} END`;

function totalOf(fn: Extract<Ir, { op: 'aggregate' }>['fn']): string {
  switch (fn) {
    case 'count':
      return `CASE WHEN coalesce(bool_or(m.w IS NULL), FALSE) THEN NULL ELSE (count(*) FILTER (WHERE m.w))::float8 END`;
    case 'sum':
      return unlessOpen('coalesce(sum(m.b) FILTER (WHERE m.w), 0e0::float8)');
    case 'mean':
      return unlessOpen('avg(m.b) FILTER (WHERE m.w)');
    case 'min':
    case 'max':
      return unlessOpen(`${fn}(m.b) FILTER (WHERE m.w)`);
    case 'some':
    case 'every': {
      // "Every" holds where no member who counts fails.
      const hit = fn === 'some' ? '(m.w AND m.b)' : '(m.w AND NOT m.b)';
      const [found, none] = fn === 'some' ? ['TRUE', 'FALSE'] : ['FALSE', 'TRUE'];
      return `CASE WHEN coalesce(bool_or(${hit}), FALSE) THEN ${found} WHEN coalesce(bool_or(${hit} IS NULL), FALSE) THEN NULL ELSE ${none} END`;
    }
  }
}

import type { Ctx } from '@zhengtong/platform';
import { sql } from 'kysely';
import { loadCase } from './load-case.ts';
import { columnsOf } from './record-action.ts';
import type { CaseRow } from './store-cases.ts';

/** Cases whose row is not the fold of their actions, with the columns that differ; none in a sound house. For drills. */
export async function findUnfolded(ctx: Ctx): Promise<{ id: string; columns: string[] }[]> {
  const { rows } = await sql<{ divisionCode: string; caseId: string }>`
    select division_code as "divisionCode", id as "caseId" from cases.cases`.execute(ctx.tx);
  const found: { id: string; columns: string[] }[] = [];
  for (const ref of rows) {
    const loaded = await loadCase(ctx, ref, 'read');
    if (!loaded) continue;
    // When it changed last is the moment of an action, or of typing into a draft; lateness is of the last look.
    const { changed_at, is_overdue, ...columns } = columnsOf(ctx, loaded, loaded.state);
    const differ = Object.entries(columns).filter(([key, value]) => loaded.row[key as keyof CaseRow] !== value);
    if (loaded.actions.some((action, i) => action.seq !== i + 1)) differ.push(['seq', 'gap']);
    if (differ.length > 0) found.push({ id: ref.caseId, columns: differ.map(([key]) => key) });
  }
  return found;
}

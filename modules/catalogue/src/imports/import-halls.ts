import { findOrganisationByCode } from '@zhengtong/identity';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { saveHall } from '../halls.ts';
import { type HallsRefusal, readHalls } from './read-halls.ts';

/**
 * Keeps the halls of a division as a file says them, all or none. A hall is known by its name; its windows are those of
 * the file, and the same file may come again. Returns the halls' names.
 */
export async function importHalls(
  ctx: Ctx,
  given: unknown,
  divisionCode: string,
): Promise<Result<string[], HallsRefusal>> {
  const read = readHalls(given);
  if (!read.ok) return read;
  const problems: string[] = [];
  for (const [at, hall] of read.value.entries()) {
    const windows = [];
    for (const [index, { organisation: code, ...window }] of hall.windows.entries()) {
      const organisation = code ? await findOrganisationByCode(ctx, divisionCode, code) : undefined;
      if (code && !organisation)
        problems.push(
          `${at + 1}.windows.${index + 1}.organisation：没有代码为 ${code} 的机构，先导入事项或机构 · no organisation has the code ${code}: import its items first`,
        );
      windows.push({ ...window, ...(organisation ? { organisationId: organisation.id } : {}) });
    }
    await saveHall(ctx, { ...hall, divisionCode, windows });
  }
  return problems.length > 0 ? refuse({ kind: 'malformed', problems }) : ok(read.value.map(({ name }) => name));
}

import { newId } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { listHallRows, saveHallRow, saveWindowRow } from './store-lists.ts';

export type HallGiven = {
  readonly divisionCode: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
  readonly windows: readonly { readonly number: string; readonly name: string; readonly organisationId?: string }[];
};

/** Keeps a hall by its name and its windows by their number; saving again changes, never doubles. */
export async function saveHall(ctx: Ctx, { windows, divisionCode, ...hall }: HallGiven): Promise<string> {
  const hallId = await saveHallRow(ctx.tx, { division_code: divisionCode, id: newId(), ...hall });
  for (const { number, name, organisationId } of windows) {
    await saveWindowRow(ctx.tx, {
      division_code: divisionCode,
      id: newId(),
      hall_id: hallId,
      number,
      name,
      organisation_id: organisationId ?? null,
    });
  }
  return hallId;
}

export const listHalls = (ctx: Ctx, divisionCode: string) => listHallRows(ctx.tx, divisionCode);

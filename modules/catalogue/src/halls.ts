import { newId } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { listHallRows, removeWindowsBut, saveHallRow, saveWindowRow } from './store-lists.ts';

export type HallGiven = {
  readonly divisionCode: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
  /** For who reads no Chinese, as far as somebody has written it. */
  readonly nameEn?: string;
  readonly addressEn?: string;
  readonly hoursEn?: string;
  readonly windows: readonly { readonly number: string; readonly name: string; readonly organisationId?: string }[];
};

/** Keeps a hall by its name with these windows, by their number; saving again changes, never doubles. */
export async function saveHall(ctx: Ctx, { windows, divisionCode, ...hall }: HallGiven): Promise<string> {
  const { nameEn, addressEn, hoursEn, ...plain } = hall;
  const english = { name_en: nameEn ?? null, address_en: addressEn ?? null, hours_en: hoursEn ?? null };
  const hallId = await saveHallRow(ctx.tx, { division_code: divisionCode, id: newId(), ...plain, ...english });
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
  const numbers = windows.map(({ number }) => number);
  await removeWindowsBut(ctx.tx, { divisionCode, hallId, numbers });
  return hallId;
}

export const listHalls = (ctx: Ctx, divisionCode: string) => listHallRows(ctx.tx, divisionCode);

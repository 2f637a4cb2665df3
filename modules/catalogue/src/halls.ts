import { newId, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import {
  endHallRow,
  listHallRows,
  listItemsNaming,
  removeWindowsBut,
  saveHallRow,
  saveWindowRow,
} from './store-lists.ts';

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

/**
 * Keeps a hall by its name with these windows, by their number; saving again changes, never doubles, and opens one that
 * had ended.
 */
export async function saveHall(ctx: Ctx, { windows, divisionCode, ...hall }: HallGiven): Promise<string> {
  const { nameEn, addressEn, hoursEn, ...plain } = hall;
  const english = { name_en: nameEn ?? null, address_en: addressEn ?? null, hours_en: hoursEn ?? null };
  const hallId = await saveHallRow(ctx.tx, {
    division_code: divisionCode,
    id: newId(),
    is_ended: false,
    ...plain,
    ...english,
  });
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

export type EndHallRefusal = { readonly kind: 'no-such-hall'; readonly names: readonly string[] };

/**
 * A hall that closes for good: lists and guides lead nobody there any more. What was announced of it stays as it was, and
 * a guide that names it by its own words says that it has ended. Answers the names of those items, for their editors.
 */
export async function endHall(
  ctx: Ctx,
  { divisionCode, name }: { readonly divisionCode: string; readonly name: string },
): Promise<Result<{ readonly itemsNaming: readonly string[] }, EndHallRefusal>> {
  if (await endHallRow(ctx.tx, { divisionCode, name }))
    return ok({ itemsNaming: await listItemsNaming(ctx.tx, { divisionCode, hall: name }) });
  const names = (await listHalls(ctx, divisionCode)).map((hall) => hall.name);
  return refuse({ kind: 'no-such-hall', names });
}

/** The halls people can go to. */
export const listHalls = async (ctx: Ctx, divisionCode: string) =>
  (await listHallsEver(ctx, divisionCode)).filter(({ isEnded }) => !isEnded);

/** Those that have ended too: guides and announcements may still name them. */
export const listHallsEver = (ctx: Ctx, divisionCode: string) => listHallRows(ctx.tx, divisionCode);

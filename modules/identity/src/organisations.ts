import { newId } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { findDepartmentCode, tidyCode } from '@zhengtong/standards';
import * as store from './store-organisations.ts';

export type { Organisation } from './store-organisations.ts';

export const findOrganisation = (ctx: Ctx, at: { divisionCode: string; id: string }) =>
  store.findById(ctx.tx, at.divisionCode, at.id);

export const findOrganisationByCode = (ctx: Ctx, divisionCode: string, code: string) =>
  store.findByCode(ctx.tx, divisionCode, tidyCode(code));

export const listOrganisations = (ctx: Ctx, divisionCode: string) => store.listIn(ctx.tx, divisionCode);

export type OrganisationGiven = {
  readonly divisionCode: string;
  readonly name: string;
  /** Every code any system knows it by, in any of the lengths met in the wild. */
  readonly codes: readonly string[];
  readonly names?: readonly string[];
  readonly parentId?: string;
};

/**
 * Keeps an organisation: the one that has any of the codes, else the one of that name, else a new one. Codes and names
 * it did not have yet are added, none is taken away, so that importing twice or from two lists joins them.
 */
export async function saveOrganisation(ctx: Ctx, given: OrganisationGiven): Promise<store.Organisation> {
  const { divisionCode } = given;
  const codes = given.codes.map(tidyCode).filter(Boolean);
  let found: store.Organisation | undefined;
  for (const code of codes) found ??= await store.findByCode(ctx.tx, divisionCode, code);
  for (const name of [given.name, ...(given.names ?? [])]) found ??= await store.findByName(ctx.tx, divisionCode, name);
  const id = found?.id ?? newId();
  if (!found) {
    const row = {
      division_code: divisionCode,
      id,
      name: given.name,
      parent_id: given.parentId ?? null,
      made_at: ctx.now,
    };
    await store.addOrganisation(ctx.tx, row);
  }
  for (const name of new Set([given.name, ...(given.names ?? [])])) await store.addName(ctx.tx, divisionCode, id, name);
  for (const code of codes) {
    await store.addCode(ctx.tx, { code, division_code: divisionCode, organisation_id: id, kind: kindOf(code) });
  }
  const saved = await store.findById(ctx.tx, divisionCode, id);
  if (!saved) throw new Error('the organisation just saved is not there');
  return saved;
}

/** Department codes are not always credit codes: nine-place and local ones are in every real list. */
const kindOf = (code: string): 'credit-code' | 'organisation-code' | 'local' =>
  findDepartmentCode(code)?.system ?? 'local';

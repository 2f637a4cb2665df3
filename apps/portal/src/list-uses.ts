import { findMyCaseLine, type MyCaseLine } from '@zhengtong/cases';
import { findOrganisation, findPostTitle, subjectOf } from '@zhengtong/identity';
import { type Ctx, listReadsOf } from '@zhengtong/platform';
import { type FoldedUse, type FoldedUses, foldUses, mostReads } from './fold-uses.ts';

/** Who read: the body and the post. The law asks for no name of a person (个人信息保护法 17), and officers are people too. */
export type Reader = {
  readonly organisation: string | undefined;
  readonly post: Awaited<ReturnType<typeof findPostTitle>>;
};
export type Use = FoldedUse & { readonly reader: Reader; readonly about: MyCaseLine | undefined };
export type Uses = Omit<FoldedUses, 'days'> & {
  readonly days: readonly { readonly day: string; readonly uses: readonly Use[] }[];
};

/** Readings of the person's data, with names for bodies, posts and cases; each is looked up once, a page has few. */
export async function listUses(ctx: Ctx, before: string | undefined): Promise<Uses> {
  const rows = await listReadsOf(ctx, subjectOf(ctx, ctx.actor.id), before, mostReads);
  const { days, before: next } = foldUses(rows);
  const organisationOf = remembering((at) => findOrganisation(ctx, at));
  const postOf = remembering(({ divisionCode, id }) => findPostTitle(ctx, { divisionCode, postId: id }));
  const caseOf = remembering(({ id }) => findMyCaseLine(ctx, id));
  const named: { day: string; uses: Use[] }[] = [];
  for (const { day, uses } of days) {
    const here: Use[] = [];
    for (const use of uses) {
      const { divisionCode, organisation, post, caseId } = use.newest;
      const found = await organisationOf(divisionCode, organisation);
      const reader = { organisation: found?.name, post: await postOf(divisionCode, post) };
      here.push({ ...use, reader, about: await caseOf(divisionCode ?? '', caseId) });
    }
    named.push({ day, uses: here });
  }
  return { days: named, before: next };
}

function remembering<T>(find: (at: { divisionCode: string; id: string }) => Promise<T | undefined>) {
  const known = new Map<string, T | undefined>();
  return async (divisionCode: string | null, id: string | null): Promise<T | undefined> => {
    if (divisionCode === null || id === null) return undefined;
    if (!known.has(id)) known.set(id, await find({ divisionCode, id }));
    return known.get(id);
  };
}

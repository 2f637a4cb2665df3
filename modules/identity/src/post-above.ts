import type { Ctx } from '@zhengtong/platform';
import * as store from './store-staff.ts';

type SeatedPost = NonNullable<Awaited<ReturnType<typeof store.findPost>>>;

/** Whether somebody sits in a post: it has not ended, and its holder's account is not shut. */
const isFilled = (post: SeatedPost | undefined): post is SeatedPost =>
  post !== undefined && !post.ended_at && !post.disabled_at;

/** A post and all above it, the empty ones too, each once: two who set posts above each other at once can make a ring. */
async function* climb(ctx: Ctx, divisionCode: string, postId: string): AsyncGenerator<SeatedPost> {
  const passed = new Set<string>();
  for (let next: string | null = postId; next && !passed.has(next); ) {
    passed.add(next);
    const post: SeatedPost | undefined = await store.findPost(ctx.tx, { divisionCode, id: next });
    if (!post) return;
    yield post;
    next = post.above_post_id;
  }
}

/** Whether a post of the division may stand above a member's: somebody sits in it, and it is not, nor stands below, theirs. */
export async function mayStandAbove(
  ctx: Ctx,
  { divisionCode, id }: store.Place,
  abovePostId: string,
): Promise<boolean> {
  let isFirst = true;
  for await (const post of climb(ctx, divisionCode, abovePostId)) {
    if (post.staff_id === id || (isFirst && !isFilled(post))) return false;
    isFirst = false;
  }
  return !isFirst;
}

/** Overdue work: whose it is, on which post's desk it lies (none where nobody could have it), and where it rose to, in order. */
export type Risen = {
  readonly divisionCode: string;
  readonly organisationId: string;
  readonly deskId?: string | undefined;
  readonly risenTo: readonly string[];
};

/**
 * The post overdue work rises to next, never one it rose to before: the next above that somebody sits in, else a
 * supervisor of the organisation. Undefined at the top, which is where nobody stands above who has it now; once that
 * post is empty too, nobody would know, and it goes to a supervisor after all.
 */
export async function findPostAbove(ctx: Ctx, work: Risen): Promise<string | undefined> {
  const { divisionCode, organisationId, deskId, risenTo } = work;
  const from = risenTo.at(-1) ?? deskId;
  let hasIt = false;
  if (from) {
    for await (const post of climb(ctx, divisionCode, from)) {
      if (post.id === from) hasIt = isFilled(post);
      else if (isFilled(post) && !risenTo.includes(post.id)) return post.id;
    }
  }
  if (hasIt && risenTo.length > 0) return undefined;
  const supervisors = await store.listOpenPosts(ctx.tx, { divisionCode, organisationId, role: 'supervisor' });
  return supervisors.find(({ id }) => !risenTo.includes(id))?.id;
}

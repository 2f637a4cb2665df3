import { type Ctx, findingHash } from '@zhengtong/platform';

/** The keyed hash under which a person's or firm's rows and log entries lie; nobody can turn it back. */
export const subjectOf = (ctx: Pick<Ctx, 'keys'>, id: string): string => findingHash(ctx.keys, 'subject', id);

import type { Role } from '@zhengtong/kernel';
import { holdsOne, type Me } from '../session.ts';

const desk: readonly Role[] = ['clerk', 'reviewer', 'approver', 'supervisor'];

export type Duty = { readonly to: string; readonly name: 'inbox'; readonly roles: readonly Role[] };

/** What stands in the navigation, and for whom; the server judges each request again. */
export const duties: readonly Duty[] = [{ to: '/inbox', name: 'inbox', roles: desk }];

export const dutiesOf = (me: Me): readonly Duty[] => duties.filter(({ roles }) => holdsOne(me, roles));

/** Where a post begins the day. */
export const firstPageOf = (me: Me): string => dutiesOf(me)[0]?.to ?? '/me';

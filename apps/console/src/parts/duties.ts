import type { Role } from '@zhengtong/kernel';
import { holdsOne, type Me } from '../session.ts';

const desk: readonly Role[] = ['clerk', 'reviewer', 'approver', 'supervisor'];

type Name = 'inbox' | 'certificates' | 'catalogue' | 'ratings' | 'messages' | 'deliveries' | 'calendar' | 'people';
export type Duty = { readonly to: string; readonly name: Name; readonly roles: readonly Role[] };

/** What stands in the navigation, and for whom; the server judges each request again. */
export const duties: readonly Duty[] = [
  { to: '/inbox', name: 'inbox', roles: desk },
  { to: '/certificates', name: 'certificates', roles: desk },
  { to: '/items', name: 'catalogue', roles: [...desk, 'editor', 'administrator', 'auditor'] },
  { to: '/ratings', name: 'ratings', roles: desk },
  { to: '/messages', name: 'messages', roles: ['supervisor', 'administrator', 'auditor'] },
  { to: '/deliveries', name: 'deliveries', roles: ['supervisor', 'administrator'] },
  { to: '/calendar', name: 'calendar', roles: [...desk, 'editor', 'administrator', 'auditor'] },
  { to: '/people', name: 'people', roles: ['supervisor', 'administrator', 'auditor'] },
];

export const dutiesOf = (me: Me): readonly Duty[] => duties.filter(({ roles }) => holdsOne(me, roles));

/** Where a post begins the day. */
export const firstPageOf = (me: Me): string => dutiesOf(me)[0]?.to ?? '/items';

import { GetMe, type MeView } from '@zhengtong/identity/contract';
import type { Role } from '@zhengtong/kernel';
import { createContext, useContext } from 'react';
import type { Static } from 'typebox';

export type Me = Static<typeof MeView>;
export { GetMe };

const Session = createContext<Me | undefined>(undefined);
export const SessionProvider = Session.Provider;

/** Who is signed in. Pages stand inside the frame, which opens only for somebody. */
export function useMe(): Me {
  const me = useContext(Session);
  if (!me) throw new Error('a page outside the session');
  return me;
}

export const holdsOne = (me: Me, roles: readonly Role[]): boolean =>
  me.roles.some((role) => roles.includes(role as Role));

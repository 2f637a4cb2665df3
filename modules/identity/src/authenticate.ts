import type { Role } from '@zhengtong/kernel';
import { type Actor, nobody, type Setting } from '@zhengtong/platform';
import type { FastifyRequest } from 'fastify';
import { isSessionAlive, isSightDue } from './domain/session.ts';
import { hashToken } from './open-session.ts';
import { findSession, listSessionsById, type SessionRow, type Standing, saveSight } from './store-sessions.ts';

/** Two cookies, so that a clerk may look at the portal as a citizen in the same browser. */
export const personCookie = '__Host-person';
export const staffCookie = '__Host-staff';

export const isStaffPath = (url: string): boolean => url.startsWith('/api/console/') || url.startsWith('/console');

/**
 * Where a request goes: the route that answers it, however the address was written (`/api/%761/…`, or with the host before
 * it), or its spelling would choose between a token and a cookie.
 */
const pathOf = ({ routeOptions, url }: FastifyRequest): string => routeOptions?.url ?? url;

/** A program that says who it is by a token is judged by that alone, whatever cookies come along. */
function tokenOfPerson(request: FastifyRequest): string | undefined {
  const { headers, cookies } = request;
  if (!pathOf(request).startsWith('/api/v1/') || headers.authorization === undefined) return cookies[personCookie];
  return /^Bearer +([\w-]{1,100})$/i.exec(headers.authorization)?.[1];
}

/** Who is asking. A dead, ended or foreign session is nobody; the page then offers to sign in again. */
export function authenticate(setting: Setting): (request: FastifyRequest) => Promise<Actor> {
  return async (request) => {
    const kind = isStaffPath(pathOf(request)) ? 'staff' : 'person';
    const token = kind === 'staff' ? request.cookies[staffCookie] : tokenOfPerson(request);
    if (!token) return nobody;
    const session = await findSession(setting.db, hashToken(token));
    const now = setting.now();
    if (!session || session.kind !== kind || !isSessionAlive(timesOf(session), now)) return nobody;
    if (isSightDue(timesOf(session), now)) await saveSight(setting.db, session.id, now);
    return actorOf(session);
  };
}

/**
 * Which of these sessions still stand, judged as a request of theirs would be, for what stays open without asking again.
 * Looking is no sign of life: it keeps no session awake.
 */
export async function listStanding(setting: Setting, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const now = setting.now();
  const rows = await listSessionsById(setting.db, ids);
  const stand = rows.filter((row) => isSessionAlive(timesOf(row), now) && actorOf(row).kind !== 'public');
  return new Set(stand.map(({ id }) => id));
}

const actorOf = (session: Standing): Actor => (session.kind === 'staff' ? staffActor(session) : personActor(session));

const timesOf = (row: SessionRow) => ({
  kind: row.kind,
  startedAt: row.started_at,
  seenAt: row.seen_at,
  endedAt: row.ended_at,
});

function personActor(session: Standing): Actor {
  // Read each time: whose tie to the firm has ended is from then on themselves alone, in a session that goes on.
  const firm = session.acts_for ? { firmId: session.acts_for } : {};
  const roles: Role[] = session.acts_for ? ['person', 'firm'] : ['person'];
  return { kind: 'person', id: session.holder_id, roles, sessionId: session.id, ...firm };
}

function staffActor(session: Standing): Actor {
  const { division_code: divisionCode, post_id: postId, role, organisation_id: organisationId } = session;
  // Read each time: a post that was taken away ends at once, not with the session.
  if (!divisionCode || !postId || !role || !organisationId || session.post_ended_at) return nobody;
  return {
    kind: 'staff',
    id: session.holder_id,
    roles: [role],
    divisionCode,
    organisationId,
    postId,
    sessionId: session.id,
  };
}

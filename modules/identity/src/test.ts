import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { newId, type Role } from '@zhengtong/kernel';
import { type Actor, systemActor } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import { residentCheck } from '@zhengtong/standards';
import { addVerifiedPerson } from './add-verified-person.ts';
import { personCookie, staffCookie } from './authenticate.ts';
import { openSession } from './open-session.ts';
import { type Organisation, saveOrganisation } from './organisations.ts';
import { hashPassword } from './passwords.ts';
import { addStaff, type StaffRole } from './staff.ts';

const system = systemActor('test');

/** An organisation of the demo city. */
export function givenOrganisation(
  world: World,
  name = '示例市市场监督管理局',
  divisionCode = '990100',
): Promise<Organisation> {
  return world.with(system, (ctx) => saveOrganisation(ctx, { divisionCode, name, codes: [] }));
}

// A hash takes a twentieth of a second of a core, and most tests' staff have the same password and never sign in.
const hashes = new Map<string, Promise<string>>();
function hashOnce(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  return hash;
}

/** A member of staff with one post; the actor they are once signed in. Account `{role}`, unless given. */
export async function givenStaff(
  world: World,
  role: StaffRole,
  organisation: Pick<Organisation, 'id' | 'divisionCode'>,
  more: { account?: string; password?: string; abovePostId?: string } = {},
): Promise<Actor & { postId: string; totpSecret: string }> {
  const account = more.account ?? `${role}-${newId().slice(-6)}`;
  const added = await world.with(system, (ctx) =>
    addStaff(
      ctx,
      {
        divisionCode: organisation.divisionCode,
        account,
        name: `测试${role}`,
        password: more.password ?? 'tea-and-rain-四季',
        organisationId: organisation.id,
        title: role,
        role,
        ...(more.abovePostId ? { abovePostId: more.abovePostId } : {}),
      },
      hashOnce,
    ),
  );
  if (!added.ok) throw new Error(added.refusal.kind);
  const { id, postId, totpSecret } = added.value;
  const roles: Role[] = [role];
  return {
    kind: 'staff',
    id,
    roles,
    divisionCode: organisation.divisionCode,
    organisationId: organisation.id,
    postId,
    totpSecret,
  };
}

const people = new WeakMap<World, number>();

/** 990100199001010012 for the first person of a world, then others of that birthday: a number belongs to one account. */
function nextNumber(world: World): string {
  const serial = (people.get(world) ?? 0) + 1;
  people.set(world, serial);
  const digits = `99010019900101${String(serial).padStart(3, '0')}`;
  return digits + residentCheck(digits);
}

/** A verified citizen of the demo city. Resident numbers of area 99 only. */
export async function givenPerson(
  world: World,
  who: { name?: string; residentNumber?: string; phone?: string } = {},
): Promise<Actor> {
  const {
    name = '王小明',
    residentNumber = nextNumber(world),
    phone = `139${String(Math.random()).slice(2, 10)}`,
  } = who;
  const id = await world.with(system, (ctx) => addVerifiedPerson(ctx, { name, residentNumber, phone }));
  return { kind: 'person', id, roles: ['person'] };
}

/** The cookie of somebody signed in, as a browser sends it. */
export async function givenSession(world: Pick<World, 'with'>, actor: Actor): Promise<string> {
  const kind = actor.kind === 'staff' ? 'staff' : 'person';
  const post = actor.postId && actor.divisionCode ? { divisionCode: actor.divisionCode, postId: actor.postId } : {};
  const token = await world.with(system, (ctx) => openSession(ctx, { kind, holderId: actor.id, ...post }));
  return `${kind === 'staff' ? staffCookie : personCookie}=${token}`;
}

/** A register on loopback that answers as given; answers its address and what it was asked. */
export async function givenRegister(t: Pick<TestContext, 'after'>, status: number, body: string) {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      asked.push([request.method, request.url, JSON.parse(text)]);
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/check` };
}

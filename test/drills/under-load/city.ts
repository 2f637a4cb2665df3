// An office with everybody in it, an item without papers, and citizens, all signed in: made through the modules' doors
// in the database of a running program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenCertificateType } from '@zhengtong/certificates/test';
import { givenOrganisation, givenPerson, givenSession, givenStaff } from '@zhengtong/identity/test';
import { toInstant } from '@zhengtong/kernel';
import {
  type Actor,
  type Ctx,
  connect,
  type Database,
  deriveKeys,
  readMasters,
  type Setting,
  startPostgres,
  transact,
} from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';

export type SignedIn = { readonly actor: Actor; readonly cookie: string };

export type City = {
  readonly database: Database;
  readonly setting: Setting;
  readonly url: string;
  readonly item: { readonly itemId: string; readonly divisionCode: string };
  /** One that asks for a drawing. */
  readonly papers: { readonly itemId: string; readonly divisionCode: string };
  readonly citizens: readonly SignedIn[];
  readonly clerk: SignedIn;
  readonly reviewer: SignedIn;
  readonly approver: SignedIn;
};

export async function settingAt(home: string): Promise<{ database: Database; setting: Setting; url: string }> {
  const { url } = await startPostgres({ home });
  const database = await connect(url, { connections: 34 });
  const keys = deriveKeys(readMasters(readFileSync(join(home, 'keys'), 'utf8')));
  return { database, url, setting: { db: database.db, keys, now: () => toInstant(Date.now()) } };
}

export async function furnishCity(home: string, citizens: number): Promise<City> {
  const { database, setting, url } = await settingAt(home);
  const world = {
    async with<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
      const result = await transact(setting, actor, async (ctx) => ({ ok: true as const, value: await work(ctx) }));
      return (result as { value: T }).value;
    },
  } as World;
  const organisation = await givenOrganisation(world);
  const signIn = async (actor: Actor): Promise<SignedIn> => ({ actor, cookie: await givenSession(world, actor) });
  const staff = async (post: 'clerk' | 'reviewer' | 'approver') => signIn(await givenStaff(world, post, organisation));
  const { code } = await givenCertificateType(world);
  const item = await givenItem(world, { organisation, certificateType: code, materials: [] });
  const papers = await givenItem(world, { organisation, certificateType: code });
  const people: SignedIn[] = [];
  for (let i = 0; i < citizens; i++) people.push(await signIn(await givenPerson(world)));
  const [clerk, reviewer, approver] = [await staff('clerk'), await staff('reviewer'), await staff('approver')];
  return { database, setting, url, item, papers, citizens: people, clerk, reviewer, approver };
}

/** What every citizen asks for. */
export const filingOf = ({ item }: Pick<City, 'item'>) => ({
  divisionCode: item.divisionCode,
  itemId: item.itemId,
  answers: { blades: '3' },
});

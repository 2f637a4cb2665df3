// The house as it is served, over a database of its own, with actors by header instead of cookies: for guards that try
// every route there is.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenCertificateType } from '@zhengtong/certificates/test';
import { givenFile, testPorts } from '@zhengtong/files/test';
import { givenOrganisation, givenPerson, givenStaff } from '@zhengtong/identity/test';
import { newId, type Role } from '@zhengtong/kernel';
import {
  type Actor,
  type App,
  buildApp,
  createLog,
  folderStorage,
  nobody,
  type PageOfError,
  readConfig,
  type Setting,
  type Storage,
  withRequired,
} from '@zhengtong/platform';
import { testWorld, type World } from '@zhengtong/platform/test';
import { composeHouse } from '@zhengtong/server/compose';

/** One address and method, as it was registered: contracts, pages, downloads, everything. */
export type Door = {
  readonly method: string;
  readonly url: string;
  readonly allow: readonly Role[];
  readonly isPage: boolean;
  /** What its requests are counted as. */
  readonly costs: string;
};

export type WholeHouse = {
  readonly world: World;
  readonly app: App;
  readonly doors: readonly Door[];
  /** What a request says to be this actor. */
  as(actor: Actor): Record<string, string>;
};

/** `mark` names what the gate refused, where it refused: pages answer with a redirect or a page of their own otherwise. */
export async function wholeHouse(
  t: Pick<TestContext, 'after'>,
  mark?: PageOfError,
  storage?: Storage,
): Promise<WholeHouse> {
  const home = mkdtempSync(join(tmpdir(), 'zt-house-'));
  // A city that sends texts, or its codes would be refused before anything of them is looked at; nobody delivers here.
  const config = readConfig({ ZHENGTONG_HOME: home, SMS_URL: 'http://127.0.0.1:9/sms' }, home);
  // The composition asks for the setting only when it is asked itself; the world brings it.
  const setting = {} as { -readonly [K in keyof Setting]: Setting[K] };
  const files = storage ?? folderStorage(join(home, 'files'));
  const composed = composeHouse({ config, setting, storage: files, demoPhone: undefined });
  const world = await testWorld(t, { modules: composed.modules });
  Object.assign(setting, world.setting);
  const actors = new Map<string, Actor>();
  const app = await buildApp({
    setting,
    logger: createLog('silent'),
    isSecure: true,
    wake: () => {},
    authenticate: async (request) => actors.get(String(request.headers['x-test-actor'])) ?? nobody,
    pageOfError: mark ?? composed.pageOfError,
  });
  t.after(() => app.http.close());
  const doors: Door[] = [];
  app.http.addHook('onRoute', ({ method, url, config: rule }) => {
    for (const one of [method].flat()) {
      if (one !== 'HEAD')
        doors.push({
          method: one,
          url,
          allow: rule?.allow ?? [],
          isPage: rule?.page === true,
          costs: rule?.costs ?? 'ordinary',
        });
    }
  });
  for (const module of withRequired(composed.modules)) module.routes?.(app);
  await composed.addPages(app);
  await app.http.ready();
  const as = (actor: Actor) => {
    actors.set(actor.id, actor);
    return { 'x-test-actor': actor.id };
  };
  return { world, app, doors, as };
}

/** An actor of each role as `authenticate` makes them. */
export function actorOf(role: Role): Actor {
  if (role === 'public') return nobody;
  if (role === 'person') return { kind: 'person', id: newId(), roles: ['person'] };
  if (role === 'firm') return { kind: 'person', id: newId(), roles: ['person', 'firm'], firmId: newId() };
  return {
    kind: 'staff',
    id: newId(),
    roles: [role],
    divisionCode: '990100',
    organisationId: newId(),
    postId: newId(),
  };
}

/** Rows to ask for: an office with somebody in each post, an item, a person, a file. */
export async function furnish(world: World) {
  const ports = testPorts();
  const organisation = await givenOrganisation(world);
  const posts = ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'] as const;
  const staff = new Map<Role, Actor>();
  for (const post of posts) staff.set(post, await givenStaff(world, post, organisation));
  const { code } = await givenCertificateType(world);
  const item = await givenItem(world, { organisation, certificateType: code });
  // As `authenticate` makes them: in a session.
  const person = { ...(await givenPerson(world)), sessionId: newId() };
  const file = await givenFile(world, ports, person);
  return { organisation, staff, item, person, file };
}

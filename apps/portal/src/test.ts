import { catalogueModule } from '@zhengtong/catalogue';
import { filesModule } from '@zhengtong/files';
import { testPorts } from '@zhengtong/files/test';
import { authenticate, demoRegister } from '@zhengtong/identity';
import { type App, buildApp, createLog } from '@zhengtong/platform';
import { testWorld, type World, type WorldOptions } from '@zhengtong/platform/test';
import { addPortal, type PortalPorts, pageOfError } from './index.ts';

export type PortalWorld = World & {
  /** The whole portal, signed in by cookie as in the program. */
  readonly portal: App;
  readonly ports: PortalPorts;
};

/** A city with the portal before it. Its own app stands beside the world's: here people come with cookies. */
export async function portalWorld(
  t: Parameters<typeof testWorld>[0],
  options: Partial<WorldOptions> = {},
): Promise<PortalWorld> {
  const files = testPorts();
  const world = await testWorld(t, { modules: [catalogueModule, filesModule(files)], ...options });
  const ports: PortalPorts = {
    files,
    register: demoRegister(),
    publicUrl: 'http://localhost:8080',
    divisionCode: '990100',
    divisionName: '示例市',
    divisionNameEn: 'Shili City',
  };
  const portal = await buildApp({
    setting: world.setting,
    logger: createLog('silent'),
    isSecure: false,
    wake: () => {},
    authenticate: authenticate(world.setting),
    pageOfError,
  });
  await addPortal(portal, ports);
  t.after(() => portal.http.close());
  return Object.assign(world, { portal, ports });
}

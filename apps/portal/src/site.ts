import type { FilePorts } from '@zhengtong/files';
import type { CodeSending, FirmRegister, PersonRegister } from '@zhengtong/identity';
import type { DemoPhone } from '@zhengtong/messages';
import type { DrawPaper } from '@zhengtong/ofd';
import type { App, Setting } from '@zhengtong/platform';
import { type Asset, type EnhancementName, loadEnhancements, loadStyle } from '@zhengtong/ui';

/** What the portal needs from the composition root. */
export type PortalPorts = {
  readonly files: FilePorts;
  readonly register: PersonRegister;
  /** Where firms can be asked for; without it nobody new comes to act for one. */
  readonly firmRegister?: FirmRegister | undefined;
  /** Makes files of certificates. */
  readonly draw: DrawPaper;
  /** How many sign-in codes may go out, and whether any can. */
  readonly codes?: CodeSending;
  /** `https://zw.example.gov.cn`, without a slash at the end: what QR codes lead to. */
  readonly publicUrl: string;
  /** The city served (GB/T 2260): `990100`. */
  readonly divisionCode: string;
  readonly divisionName: string;
  readonly divisionNameEn?: string;
  /** A mail server is connected: letters can go to mailboxes too. */
  readonly sendsMail?: boolean;
  /** Only in the demo city: what its phones received, and the codes its staff sign in with. */
  readonly demoPhone?: DemoPhones;
};

export type DemoPhones = Pick<DemoPhone, 'listMessages' | 'listPhones'> & {
  /** The present one-time code of each demonstration account, as an authenticator would show it. */
  listCodes?(): readonly DemoCode[];
};

export type DemoCode = { readonly account: string; readonly code: string };

export type { FilePorts, PersonRegister };

/** Everything that is the same for each visitor. */
export type Site = {
  readonly app: App;
  readonly setting: Setting;
  readonly ports: PortalPorts;
  readonly style: Asset;
  readonly scripts: Readonly<Record<EnhancementName, Asset>>;
};

declare module 'fastify' {
  interface FastifyInstance {
    /** Set once by `addPortal`; the error page finds its dress here. */
    portalSite?: Site;
  }
}

export async function loadSite(app: App, ports: PortalPorts): Promise<Site> {
  const [style, scripts] = await Promise.all([loadStyle(), loadEnhancements()]);
  return { app, setting: app.setting, ports, style, scripts };
}

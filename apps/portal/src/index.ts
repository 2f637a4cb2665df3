// The citizens' portal: HTML from the server, no script needed. The composition root gives it its ports.
import type { App } from '@zhengtong/platform';
import { addAnswerPages } from './routes/answering.ts';
import { addAssets } from './routes/assets.ts';
import { addFilingPages } from './routes/filing.ts';
import { addFindingPages } from './routes/finding.ts';
import { addFirmPages } from './routes/firms.ts';
import { addFollowPages } from './routes/following.ts';
import { addMailPages } from './routes/mailing.ts';
import { addOpenPages } from './routes/open.tsx';
import { addOwnPages } from './routes/own.ts';
import { addPaperFiles } from './routes/papers.ts';
import { addRatingPages } from './routes/rating.ts';
import { addSignInPages } from './routes/signing-in.ts';
import { addStartPages } from './routes/starting.ts';
import { addVerifyPages } from './routes/verifying.ts';
import { loadSite, type PortalPorts } from './site.ts';

export { pageOfError } from './page-of-error.tsx';
export type { DemoPhones, FilePorts, PersonRegister, PortalPorts } from './site.ts';

/** Adds every page. `pageOfError` goes to `buildApp`; it is plain text until this has run. */
export async function addPortal(app: App, ports: PortalPorts): Promise<void> {
  const site = await loadSite(app, ports);
  app.http.decorate('portalSite', site);
  addAssets(site);
  addFindingPages(site);
  addSignInPages(site);
  addVerifyPages(site);
  addStartPages(site);
  addAnswerPages(site);
  addFilingPages(site);
  addFollowPages(site);
  addOwnPages(site);
  addFirmPages(site);
  addMailPages(site);
  addPaperFiles(site);
  addRatingPages(site);
  addOpenPages(site);
}

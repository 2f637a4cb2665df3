import { identityModule } from '@zhengtong/identity';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx, Module } from '@zhengtong/platform';
import { mayTrust, type Trust } from './domain/trust.ts';
import { type FileView, toView } from './file-view.ts';
import type { FilePorts } from './ports.ts';
import { fileRoutes } from './routes.ts';
import { findFileRows, keepUntil, linkToCase, setTrustRow } from './store.ts';
import { eraseExpired, eraseLeftArrivals, scanWaiting } from './sweep-files.ts';

export const filesModule = (ports: FilePorts): Module => ({
  name: 'files',
  migrations: new URL('../migrations/', import.meta.url),
  requires: [identityModule],
  routes: (app) => fileRoutes(app, ports),
  recurring: [eraseExpired(ports), eraseLeftArrivals(ports), scanWaiting(ports)],
});

/** Files by id, wherever they belong; erased ones are not there. */
export async function findFiles(ctx: Ctx, ids: readonly string[]): Promise<FileView[]> {
  return (await findFileRows(ctx.tx, ids)).map((row) => toView(ctx, row));
}

/** The files now belong to a case and are kept with it. */
export const attachFiles = (
  ctx: Ctx,
  ids: readonly string[],
  at: { divisionCode: string; caseId: string },
): Promise<void> => linkToCase(ctx.tx, ids, at);

/** From when a case's files may be erased. */
export const keepFilesUntil = (ctx: Ctx, caseId: string, at: string): Promise<void> => keepUntil(ctx.tx, caseId, at);

/** Raises the trust of a file that was compared with its original. */
export async function setTrust(
  ctx: Ctx,
  id: string,
  trust: Trust,
): Promise<Result<undefined, { kind: 'not-found' } | { kind: 'not-that-way' }>> {
  const [row] = await findFileRows(ctx.tx, [id]);
  if (!row) return refuse({ kind: 'not-found' });
  if (!mayTrust(row.trust, trust)) return refuse({ kind: 'not-that-way' });
  await setTrustRow(ctx.tx, id, trust);
  return ok();
}

export { acceptedKinds, mostBytes } from './domain/kinds.ts';
export type { Quota } from './domain/quota.ts';
export type { Trust } from './domain/trust.ts';
export type { FileView } from './file-view.ts';
export { downloadHeaders, type Opened, type OpenRefusal, openFile } from './open-file.ts';
export type { FilePorts } from './ports.ts';
export { findPreview, type Preview, type PreviewRefusal, previewHeaders } from './preview/find-preview.ts';
export type { WhyNone } from './preview/limits.ts';
export { type Incoming, type ReceiveRefusal, receiveFile } from './receive-file.ts';
export { clamdScanner, type Scanner, type ScanResult } from './scanner.ts';

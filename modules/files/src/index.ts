import { identityModule } from '@zhengtong/identity';
import { type Instant, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx, Module } from '@zhengtong/platform';
import { mayTrust, type Trust } from './domain/trust.ts';
import { eraseBytesListener } from './erase-bytes.ts';
import { type FileView, toView } from './file-view.ts';
import { filesUnscanned, filesWaiting } from './files-waiting.ts';
import type { FilePorts } from './ports.ts';
import { fileRoutes } from './routes.ts';
import { scanWaiting } from './scan-waiting.ts';
import {
  findErasedRows,
  findFileRows,
  keepUntil,
  linkToCase,
  listLooseRows,
  listStoredRows,
  setTrustRow,
} from './store.ts';
import { eraseExpired, eraseLeftArrivals } from './sweep-files.ts';

export const filesModule = (ports: FilePorts): Module => ({
  name: 'files',
  migrations: new URL('../migrations/', import.meta.url),
  requires: [identityModule],
  routes: (app) => fileRoutes(app, ports),
  listeners: [eraseBytesListener(ports)],
  listStored: listStoredRows,
  readings: [filesWaiting, filesUnscanned],
  recurring: [eraseExpired, eraseLeftArrivals(ports), scanWaiting(ports)],
});

/** Files by id, wherever they belong; erased ones are not there. */
export async function findFiles(ctx: Ctx, ids: readonly string[]): Promise<FileView[]> {
  return (await findFileRows(ctx.tx, ids)).map((row) => toView(ctx, row));
}

/** When each of these files of a case was erased; those still there, and those of no case or another, are not among them. */
export const listErased = async (
  ctx: Ctx,
  caseId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Instant>> =>
  new Map((await findErasedRows(ctx.tx, caseId, ids)).map(({ id, erased_at }) => [id, erased_at]));

/** What one has sent and put to no case. */
export const listLooseFiles = async (ctx: Ctx): Promise<FileView[]> =>
  (await listLooseRows(ctx.tx, ctx.actor.id)).map((row) => toView(ctx, row));

/**
 * The actor's own files now belong to a case and are kept with it; refused where one went to another case, was erased or
 * was found infected meanwhile, or is somebody else's.
 */
export async function attachFiles(
  ctx: Ctx,
  ids: readonly string[],
  at: { divisionCode: string; caseId: string },
): Promise<Result<undefined, { readonly kind: 'file-elsewhere' }>> {
  const linked = await linkToCase(ctx.tx, ids, { ...at, ownerId: ctx.actor.id });
  return linked === new Set(ids).size ? ok() : refuse({ kind: 'file-elsewhere' });
}

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

export { type CopyRefusal, copyFile } from './copy-file.ts';
export { acceptedKinds, looseMs, mostBytes } from './domain/kinds.ts';
export type { Quota } from './domain/quota.ts';
export type { Trust } from './domain/trust.ts';
export { type EraseRefusal, eraseOwnFile } from './erase-own-file.ts';
export type { FileView } from './file-view.ts';
export { downloadHeaders, type Opened, type OpenRefusal, openFile } from './open-file.ts';
export type { FilePorts } from './ports.ts';
export { findPreview, type Preview, type PreviewRefusal, previewHeaders } from './preview/find-preview.ts';
export type { WhyNone } from './preview/limits.ts';
export { type Incoming, type ReceiveRefusal, receiveFile } from './receive-file.ts';
export { clamdScanner, isThere, type Scanner, type ScanResult } from './scanner.ts';

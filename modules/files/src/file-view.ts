import { type Ctx, unseal } from '@zhengtong/platform';
import type { Trust } from './domain/trust.ts';
import type { FileRow } from './store.ts';

/** A file as other rooms know it. */
export type FileView = {
  readonly id: string;
  readonly ownerId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly trust: Trust;
  /** `waiting` may not be opened yet; `unscanned` was let through by policy and says so. */
  readonly scan: 'clean' | 'waiting' | 'unscanned' | 'infected';
  readonly receivedAt: string;
  /** The case it lies with; null while it lies with none. */
  readonly caseId: string | null;
};

export const toView = ({ keys }: Pick<Ctx, 'keys'>, row: FileRow): FileView => ({
  id: row.id,
  ownerId: row.owner_id,
  fileName: unseal(keys, 'files.name', row.name),
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  trust: row.trust,
  scan: row.scan,
  receivedAt: row.received_at,
  caseId: row.case_id,
});

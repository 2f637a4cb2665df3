import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keys } from '../sealing.ts';
import { findingHash } from '../sealing.ts';

/** One file of a backup, as it must still be when it is read again. */
export type Part = { readonly file: string; readonly bytes: number; readonly sha256: string };

export type TablePart = Part & {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
};

export type FilePart = Part & {
  /** Its name in the storage. */
  readonly name: string;
};

export type AppliedMigration = { readonly schema: string; readonly file: string; readonly checksum: string };

/** What a backup folder holds. Written last: a folder without it is a backup that was not finished. */
export type Manifest = {
  readonly format: 'zhengtong-backup-1';
  readonly madeAt: string;
  readonly postgres: string;
  /** Tells whether the keys at hand are the ones these rows were sealed with; nothing can be opened with it. */
  readonly keyMark: string;
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly TablePart[];
  readonly files: readonly FilePart[];
};

export const manifestName = 'manifest.json';
export const format = 'zhengtong-backup-1';

/** Why a backup cannot be made or put back, for the operator, in both languages. */
export class BackupError extends Error {}

export const markOf = (keys: Keys): string => findingHash(keys, 'backup', 'the same keys');

/** Reads a folder's manifest. Throws `BackupError` where it is not a whole backup of a form this program knows. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), 'utf8');
  } catch {
    throw new BackupError(
      `${folder} 里没有完整的备份（缺少 ${manifestName}）。 · ${folder} holds no whole backup (${manifestName} is missing).`,
    );
  }
  const [line = '', sum = ''] = text.split('\n');
  if (createHash('sha256').update(line).digest('hex') !== sum) {
    throw new BackupError(`备份清单已损坏，不能恢复。 · The list of the backup is damaged; nothing was restored.`);
  }
  const manifest = JSON.parse(line) as Manifest;
  if (manifest.format !== format) {
    throw new BackupError(
      `不认识的备份格式 ${manifest.format}，请用更新的程序恢复。 · Unknown backup format ${manifest.format}; restore it with a newer program.`,
    );
  }
  return manifest;
}

/** One line of JSON and its hash, so that damage to the list itself is noticed as well. */
export function writeManifest(manifest: Manifest): string {
  const line = JSON.stringify(manifest);
  return `${line}\n${createHash('sha256').update(line).digest('hex')}\n`;
}

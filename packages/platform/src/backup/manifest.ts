import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { findingHash, type Keys } from '../sealing.ts';
import { isSameProof, proveList } from './proof.ts';

/** One file of a backup, as it must still be when it is read again. */
export type Part = {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** HMAC-SHA256 of name and content under the city's keys; absent in backups of format 1. */
  readonly proof?: string;
};

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
  readonly format: typeof format | typeof unprovedFormat;
  readonly madeAt: string;
  readonly postgres: string;
  /** Tells whether the keys at hand are the ones these rows were sealed with; nothing can be opened with it. */
  readonly keyMark: string;
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly TablePart[];
  readonly files: readonly FilePart[];
  /** Ids of the rows whose bytes were not in the storage when it was made; absent where none. */
  readonly missing?: readonly string[];
};

export const manifestName = 'manifest.json';
export const format = 'zhengtong-backup-2';
/** Hashes without a key: damage shows, but whoever can write the folder can change rows and make the hashes fit. */
const unprovedFormat = 'zhengtong-backup-1';

/** Why a backup cannot be made or put back, for the operator, in both languages. */
export class BackupError extends OperatorError {}

export const markOf = (keys: Keys): string => findingHash(keys, 'backup', 'the same keys');

export type Reading = {
  /** Takes a backup of format 1 on the operator's word that nobody could write to its folder. */
  readonly acceptUnproved?: boolean;
};

/**
 * Reads a folder's manifest and proves that it was written by who holds these keys. Throws `BackupError` where it is not
 * a whole backup of a form this program knows, not of these keys, or changed.
 */
export async function readManifest(folder: string, keys: Keys, { acceptUnproved }: Reading = {}): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), 'utf8');
  } catch {
    throw new BackupError(
      `${folder} 里没有完整的备份（缺少 ${manifestName}）。 · ${folder} holds no whole backup (${manifestName} is missing).`,
    );
  }
  const [line = '', sum = '', proof = ''] = text.split('\n');
  if (createHash('sha256').update(line).digest('hex') !== sum) {
    throw new BackupError(`备份清单已损坏，不能恢复。 · The list of the backup is damaged; nothing was restored.`);
  }
  const manifest = JSON.parse(line) as Manifest;
  if (manifest.format !== format && manifest.format !== unprovedFormat) {
    throw new BackupError(
      `不认识的备份格式 ${manifest.format}，请用更新的程序恢复。 · Unknown backup format ${manifest.format}; restore it with a newer program.`,
    );
  }
  if (manifest.keyMark !== markOf(keys)) {
    throw new BackupError(
      '密钥与备份不符：请用备份时的 ZHENGTONG_KEYS（或其文件夹里的 keys 文件）。 · These are not the keys of the backup: use the ZHENGTONG_KEYS of that time (or the file "keys" of its folder).',
    );
  }
  if (manifest.format === unprovedFormat) {
    if (acceptUnproved) return manifest;
    throw new BackupError(
      '这是旧格式的备份，没有带密钥的校验值：能发现损坏，不能证明没有人改过。如果确信只有可信的人能写入它所在的文件夹，请加 --unproved 恢复，然后立即重新备份一次。 · This backup is of the old format without keyed hashes: damage would show, but not that somebody changed it. If you are sure that only trusted people could write to its folder, restore it with --unproved, then make a new backup at once.',
    );
  }
  const parts = [...manifest.tables, ...manifest.files];
  if (!isSameProof(proveList(keys, line), proof) || parts.some((part) => part.proof === undefined)) {
    throw new BackupError(
      '备份清单被改动过：它的校验值不是用本市的密钥算出的，什么都没有恢复。请改用另一份备份，并查明谁能写入这个文件夹。 · The list of the backup was changed: its keyed hash was not made with the keys of this city; nothing was restored. Use another backup, and find out who can write to this folder.',
    );
  }
  return manifest;
}

/**
 * One line of JSON, its hash, so that damage to the list is noticed and called damage, and its keyed hash, so that nobody
 * without the keys can write another.
 */
export function writeManifest(manifest: Manifest, keys: Keys): string {
  const line = JSON.stringify(manifest);
  return `${line}\n${createHash('sha256').update(line).digest('hex')}\n${proveList(keys, line)}\n`;
}

import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findBase64, findHash, toBase64 } from './base64.ts';
import { findDecimal, findText } from './bytes.ts';
import { type CheckedCheckpoint, type CheckpointCheckRefusal, checkCheckpoint } from './check-checkpoint.ts';
import { isIncluded } from './inclusion.ts';
import { type NoteRefusal, readNote } from './note.ts';
import type { CheckSignature } from './open-note.ts';
import type { Policy } from './policy.ts';
import type { TreeHash } from './tree-hash.ts';

/** A self-contained proof that an entry is in a log (C2SP tlog-proof); `extra` is not authenticated by anything. */
export type TlogProof = { extra?: Uint8Array; index: number; hashes: readonly Uint8Array[]; checkpoint: string };
export type TlogProofRefusal = { kind: 'proof-malformed' } | NoteRefusal;

const header = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^63 leaves needs no more. */
const maxHashes = 63;

export function writeTlogProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const lines = [header, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`, ...hashes.map(toBase64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads a proof file strictly: what it answers, `writeTlogProof` writes back byte for byte. */
export function readTlogProof(file: string | Uint8Array): Result<TlogProof, TlogProofRefusal> {
  const malformed = refuse({ kind: 'proof-malformed' });
  if (file.length > 2_000_000) return malformed;
  const text = typeof file === 'string' ? file : findText(file);
  const split = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || split < 0) return malformed;
  const [first, ...lines] = text.slice(0, split).split('\n');
  if (first !== header) return malformed;
  const extraLine = lines[0]?.startsWith('extra ') ? lines.shift()?.slice(6) : undefined;
  const extra = extraLine === undefined ? undefined : findBase64(extraLine);
  if (extraLine !== undefined && (!extra || extraLine === '')) return malformed;
  const indexLine = lines.shift() ?? '';
  const index = indexLine.startsWith('index ') ? findDecimal(indexLine.slice(6)) : undefined;
  if (index === undefined || lines.length > maxHashes) return malformed;
  const hashes = lines.map(findHash);
  if (!hashes.every((hash) => hash !== undefined)) return malformed;
  const checkpoint = text.slice(split + 2);
  const note = readNote(checkpoint);
  if (!note.ok) return note;
  return ok(extra ? { extra, index, hashes, checkpoint } : { index, hashes, checkpoint });
}

export type ProofCheckRefusal = TlogProofRefusal | CheckpointCheckRefusal | { kind: 'not-included' };

/** Verifies a proof of the leaf with this hash, in the order of C2SP tlog-proof: log, witnesses, inclusion. */
export function checkTlogProof(
  { tree, check, policy }: { tree: TreeHash; check: CheckSignature; policy: Policy },
  leaf: Uint8Array,
  file: string | Uint8Array | TlogProof,
): Result<CheckedCheckpoint & { index: number }, ProofCheckRefusal> {
  const read = typeof file === 'string' || file instanceof Uint8Array ? readTlogProof(file) : ok(file);
  if (!read.ok) return read;
  const { index, hashes, checkpoint } = read.value;
  const checked = checkCheckpoint(check, policy, checkpoint);
  if (!checked.ok) return checked;
  const { size, root } = checked.value.checkpoint;
  if (!isIncluded(tree, { index, size, leaf, proof: hashes, root })) return refuse({ kind: 'not-included' });
  return ok({ ...checked.value, index });
}

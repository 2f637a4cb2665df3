import { ok, type Result } from '@zhengtong/kernel';
import { findText } from '../bytes.ts';
import { readCheckpointText } from '../checkpoint.ts';
import { readNote } from '../note.ts';
import { proveConsistency, type Reader, type TileMissing } from '../prove.ts';
import type { TreeHash } from '../tree-hash.ts';
import { writeAddCheckpoint } from './add-checkpoint.ts';
import type { WitnessRefusal } from './consider-checkpoint.ts';
import type { Witness } from './witness.ts';

export type FollowRefusal = WitnessRefusal | TileMissing | { kind: 'checkpoint-missing' | 'behind' };

/**
 * One look at a log that publishes tiles: takes its checkpoint, makes the consistency proof from its tiles and puts
 * both before the witness, which judges as if the log had sent them. A log smaller than we have seen is `behind`:
 * an old cache or a rollback, no cosignature either way.
 */
export async function followLog(
  witness: Witness,
  tree: TreeHash,
  origin: string,
  source: Reader,
): Promise<Result<{ size: number; lines: string }, FollowRefusal>> {
  const missing = { ok: false, refusal: { kind: 'checkpoint-missing' } } as const;
  const checkpoint = findText((await source.read('checkpoint')) ?? new Uint8Array(0)) ?? '';
  const note = readNote(checkpoint);
  const read = note.ok ? readCheckpointText(note.value.text) : note;
  if (!read.ok || read.value.origin !== origin) return missing;
  const { size } = read.value;
  const before = await witness.find(origin);
  const old = before?.size ?? 0;
  if (size < old) return { ok: false, refusal: { kind: 'behind' } };
  const proof = old === 0 || old === size ? ok([]) : await proveConsistency(source, tree, old, size);
  if (!proof.ok) return proof;
  const added = await witness.add(writeAddCheckpoint({ old, proof: proof.value, checkpoint }));
  return added.ok ? ok({ size, lines: added.value }) : added;
}

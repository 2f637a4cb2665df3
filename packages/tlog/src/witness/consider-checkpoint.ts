import { ok, type Result, refuse } from '@zhengtong/kernel';
import { isSame } from '../bytes.ts';
import { type Checkpoint, readCheckpointText } from '../checkpoint.ts';
import { isConsistent } from '../consistency.ts';
import { readNote } from '../note.ts';
import { type CheckSignature, openNote } from '../open-note.ts';
import type { TreeHash } from '../tree-hash.ts';
import type { NoteKey } from '../vkey.ts';
import type { AddCheckpoint } from './add-checkpoint.ts';

/** What a witness remembers of a log: the largest tree it has cosigned. */
export type Witnessed = { size: number; root: Uint8Array };

export type WitnessRefusal =
  | { kind: 'request-malformed' | 'log-unknown' | 'signature-missing' | 'proof-wrong' }
  /** The log holds another idea of where we are; `size` is where we are. */
  | { kind: 'size-differs'; size: number }
  /** Two signed roots for one size: proof for everyone that the log has forked. */
  | { kind: 'forked'; size: number };

/** The checkpoint of a request whose log is known and has signed it; the first half of the judgement. */
export function readSignedCheckpoint(
  check: CheckSignature,
  keysOf: (origin: string) => readonly NoteKey[],
  request: AddCheckpoint,
): Result<Checkpoint & { text: string }, WitnessRefusal> {
  const note = readNote(request.checkpoint);
  if (!note.ok) return refuse({ kind: 'request-malformed' });
  const read = readCheckpointText(note.value.text);
  if (!read.ok || request.old > read.value.size) return refuse({ kind: 'request-malformed' });
  const keys = keysOf(read.value.origin);
  if (keys.length === 0) return refuse({ kind: 'log-unknown' });
  if (!openNote(check, keys, note.value).ok) return refuse({ kind: 'signature-missing' });
  return ok({ ...read.value, text: note.value.text });
}

/**
 * Whether a signed checkpoint extends what we have witnessed (C2SP tlog-witness, add-checkpoint). Pure: the caller
 * must hold the log's turn from reading `before` until the new state is durable, or two requests could each pass and
 * the smaller be stored last.
 */
export function considerCheckpoint(
  tree: TreeHash,
  before: Witnessed | undefined,
  { old, proof }: AddCheckpoint,
  next: Checkpoint,
): Result<Witnessed, WitnessRefusal> {
  const size = before?.size ?? 0;
  if (before && next.size === before.size && !isSame(next.root, before.root)) return refuse({ kind: 'forked', size });
  if (old !== size) return refuse({ kind: 'size-differs', size });
  const { size: to, root: toRoot } = next;
  if (to === size && size > 0) return proof.length === 0 ? ok({ size, root: toRoot }) : refuse({ kind: 'proof-wrong' });
  // From nothing there is nothing to prove, but an empty tree has only one root.
  if (size === 0) {
    const isRight = proof.length === 0 && (to > 0 || isSame(toRoot, tree.empty));
    return isRight ? ok({ size: to, root: toRoot }) : refuse({ kind: 'proof-wrong' });
  }
  const isRight = isConsistent(tree, { from: size, to, fromRoot: (before as Witnessed).root, toRoot, proof });
  return isRight ? ok({ size: to, root: toRoot }) : refuse({ kind: 'proof-wrong' });
}

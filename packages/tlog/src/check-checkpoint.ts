import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Checkpoint, type CheckpointRefusal, readCheckpointText } from './checkpoint.ts';
import type { Note } from './note.ts';
import { type CheckSignature, type OpenNoteRefusal, openNote } from './open-note.ts';
import { isQuorum, type Policy } from './policy.ts';
import { keyLabel } from './vkey.ts';

export type CheckedCheckpoint = {
  checkpoint: Checkpoint;
  /** Names and algorithms of the log's own keys that signed. */
  logKeys: readonly { name: string; algorithm: string }[];
  /** Witnesses of the policy that cosigned, with the second since 1970 at which each did. */
  witnesses: readonly { name: string; time: number }[];
};

export type CheckpointCheckRefusal =
  | OpenNoteRefusal
  | CheckpointRefusal
  | { kind: 'log-unknown'; origin: string }
  | { kind: 'log-signature-missing'; origin: string }
  | { kind: 'quorum-missing'; cosigned: string[] };

/**
 * A checkpoint that a policy accepts: signed by a listed log whose key name is the origin, and cosigned by a quorum.
 * Any wrong signature of a listed key refuses it, as signed-note asks.
 */
export function checkCheckpoint(
  check: CheckSignature,
  policy: Policy,
  note: string | Uint8Array | Note,
): Result<CheckedCheckpoint, CheckpointCheckRefusal> {
  const keys = [...policy.logs, ...policy.witnesses].map(({ key }) => key);
  const opened = openNote(check, keys, note);
  if (!opened.ok) return opened;
  const read = readCheckpointText(opened.value.text);
  if (!read.ok) return read;
  const checkpoint = read.value;
  const { origin } = checkpoint;
  const own = new Set(policy.logs.filter(({ key }) => key.name === origin).map(({ key }) => keyLabel(key)));
  if (own.size === 0) return refuse({ kind: 'log-unknown', origin });
  const logKeys = opened.value.held.filter(({ key }) => own.has(keyLabel(key))).map(({ key }) => key);
  if (logKeys.length === 0) return refuse({ kind: 'log-signature-missing', origin });

  const seen = new Map<string, number>();
  for (const { name, key } of policy.witnesses) {
    const times = opened.value.held.filter((one) => keyLabel(one.key) === keyLabel(key)).map((one) => one.time ?? 0);
    if (times.length > 0) seen.set(name, Math.max(...times));
  }
  if (!isQuorum(policy, new Set(seen.keys()))) return refuse({ kind: 'quorum-missing', cosigned: [...seen.keys()] });
  return ok({
    checkpoint,
    logKeys: logKeys.map(({ name, algorithm }) => ({ name, algorithm })),
    witnesses: [...seen].map(([name, time]) => ({ name, time })),
  });
}

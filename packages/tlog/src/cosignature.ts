import { concat, findUint64, toBytes, uint64 } from './bytes.ts';
import { readCheckpointText } from './checkpoint.ts';
import type { NoteSignature } from './note.ts';
import type { NoteKey } from './vkey.ts';

/** When the cosigner saw this tree as the largest consistent one, in seconds since 1970. */
export type TimedSignature = { time: number; signature: Uint8Array };

/** Splits `timestamped_signature` (C2SP tlog-cosignature, Format). */
export function findTimedSignature({ signature }: NoteSignature): TimedSignature | undefined {
  if (signature.length <= 8) return undefined;
  const time = findUint64(signature.subarray(0, 8));
  return time === undefined ? undefined : { time, signature: signature.subarray(8) };
}

export const joinTimedSignature = ({ time, signature }: TimedSignature): Uint8Array => concat(uint64(time), signature);

/** Header, time and the whole note text: what Ed25519 and SM2 cosigners sign. */
function linesMessage(text: string, time: number): Uint8Array {
  return toBytes(`cosignature/v1\ntime ${time}\n${text}`);
}

/** `cosigned_message` of ML-DSA-44, over [0, size) of the log; absent when the text is no checkpoint it can carry. */
function structMessage(text: string, time: number, cosigner: string): Uint8Array | undefined {
  const checkpoint = readCheckpointText(text);
  if (!checkpoint.ok) return undefined;
  const { origin, size, root } = checkpoint.value;
  const [name, log] = [toBytes(cosigner), toBytes(origin)];
  if (name.length > 255 || log.length > 255) return undefined;
  const label = toBytes('subtree/v1\n\0');
  const [names, origins] = [concat(Uint8Array.of(name.length), name), concat(Uint8Array.of(log.length), log)];
  return concat(label, names, uint64(time), origins, uint64(0), uint64(size), root);
}

/**
 * The bytes that a key signs for this note text; `time` counts for cosignatures only. Absent where a cosignature has
 * nothing to stand on because the text is no checkpoint.
 */
export function findSignedMessage(key: Pick<NoteKey, 'name' | 'algorithm' | 'use'>, text: string, time: number) {
  if (key.use === 'note') return toBytes(text);
  if (key.algorithm === 'ml-dsa-44') return structMessage(text, time, key.name);
  return readCheckpointText(text).ok ? linesMessage(text, time) : undefined;
}

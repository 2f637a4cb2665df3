import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findSignedMessage, findTimedSignature } from './cosignature.ts';
import { type Note, type NoteRefusal, type NoteSignature, readNote } from './note.ts';
import { type Algorithm, keyLabel, type NoteKey } from './vkey.ts';

/** Checks one signature; given by the surroundings (Node's crypto, or the pure one in a page). Never throws. */
export type CheckSignature = (
  algorithm: Algorithm,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** A signature that holds; `time` (seconds since 1970) where it is a cosignature. */
export type HeldSignature = { key: NoteKey; time?: number };
export type OpenedNote = { text: string; held: readonly HeldSignature[] };
export type OpenNoteRefusal =
  | NoteRefusal
  | { kind: 'signature-wrong'; name: string }
  | { kind: 'no-known-signature'; names: string[] };

/** Whether one known key's signature holds over the text. */
export function findHeld(check: CheckSignature, key: NoteKey, text: string, line: NoteSignature) {
  const timed = key.use === 'cosignature' ? findTimedSignature(line) : { time: 0, signature: line.signature };
  const message = timed && findSignedMessage(key, text, timed.time);
  if (!timed || !message || !check(key.algorithm, key.publicKey, message, timed.signature)) return undefined;
  return key.use === 'cosignature' ? { key, time: timed.time } : { key };
}

/**
 * The text of a note with the known keys that signed it. Signatures of unknown keys are ignored, a wrong one of a
 * known key refuses the whole note, and so does having none (C2SP signed-note, Signatures).
 */
export function openNote(
  check: CheckSignature,
  keys: readonly NoteKey[],
  note: string | Uint8Array | Note,
): Result<OpenedNote, OpenNoteRefusal> {
  const read = typeof note === 'string' || note instanceof Uint8Array ? readNote(note) : ok(note);
  if (!read.ok) return read;
  const { text, signatures } = read.value;
  const known = new Map(keys.map((key) => [keyLabel(key), key]));
  const held: HeldSignature[] = [];
  for (const line of signatures) {
    const key = known.get(keyLabel(line));
    if (!key) continue;
    const one = findHeld(check, key, text, line);
    if (!one) return refuse({ kind: 'signature-wrong', name: key.name });
    held.push(one);
  }
  if (held.length === 0) {
    return refuse({ kind: 'no-known-signature', names: signatures.map(({ name }) => name) });
  }
  return ok({ text, held });
}

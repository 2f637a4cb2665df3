import { findSignedMessage, joinTimedSignature } from './cosignature.ts';
import { type NoteSignature, writeNote } from './note.ts';
import type { NoteKey } from './vkey.ts';

/** A key that can sign: here, in an HSM, or behind a network; so it may take its time. */
export type NoteSigner = { readonly key: NoteKey; sign(message: Uint8Array): Uint8Array | Promise<Uint8Array> };

/** One signature over a note text; `time` in seconds since 1970 is needed for cosignature keys and ignored else. */
export async function signText(signer: NoteSigner, text: string, time = 0): Promise<NoteSignature> {
  const { key } = signer;
  const message = findSignedMessage(key, text, time);
  if (!message) throw new Error(`${key.name} cosigns checkpoints only`);
  const signature = await signer.sign(message);
  const isTimed = key.use === 'cosignature';
  return { name: key.name, id: key.id, signature: isTimed ? joinTimedSignature({ time, signature }) : signature };
}

/** A note signed by each signer in turn; cosigners among them sign under `time`. */
export async function signNote(text: string, signers: readonly NoteSigner[], time?: number): Promise<string> {
  const signatures: NoteSignature[] = [];
  for (const signer of signers) signatures.push(await signText(signer, text, time));
  return writeNote({ text, signatures });
}

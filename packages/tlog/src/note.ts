import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findBase64, toBase64 } from './base64.ts';
import { concat, findText, hasControl } from './bytes.ts';
import { isKeyName } from './vkey.ts';

/** One `— name base64(id ‖ signature)` line; who signed is only a claim until the key has said so. */
export type NoteSignature = { name: string; id: number; signature: Uint8Array };

/** A text and the signatures under it; nothing in it is to be believed before `openNote`. */
export type Note = { text: string; signatures: readonly NoteSignature[] };

export type NoteRefusal = { kind: 'note-malformed' | 'note-too-large' };

/** Far over the 16 signatures that must be accepted, each up to 5 KB where it is post-quantum. */
const maxSignatures = 64;
const maxNoteBytes = 1_000_000;
const lineShape = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u;

function readSignature(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = lineShape.exec(line) ?? [];
  const bytes = findBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined;
  return { name, id: new DataView(bytes.buffer).getUint32(0), signature: bytes.subarray(4) };
}

/** Reads a signed note (C2SP signed-note, Format). The text keeps its final newline and may hold empty lines. */
export function readNote(note: string | Uint8Array): Result<Note, NoteRefusal> {
  if (note.length > maxNoteBytes) return refuse({ kind: 'note-too-large' });
  const whole = typeof note === 'string' ? note : findText(note);
  if (!whole?.isWellFormed() || !whole.endsWith('\n') || hasControl(whole)) return refuse({ kind: 'note-malformed' });
  const split = whole.lastIndexOf('\n\n');
  if (split < 0) return refuse({ kind: 'note-malformed' });
  const lines = whole.slice(split + 2, -1).split('\n');
  if (lines.length > maxSignatures) return refuse({ kind: 'note-too-large' });
  const signatures = lines.map(readSignature);
  if (!signatures.every((signature) => signature !== undefined)) return refuse({ kind: 'note-malformed' });
  return ok({ text: whole.slice(0, split + 1), signatures });
}

export function writeSignatureLine({ name, id, signature }: NoteSignature): string {
  const idBytes = new Uint8Array(4);
  new DataView(idBytes.buffer).setUint32(0, id);
  return `— ${name} ${toBase64(concat(idBytes, signature))}\n`;
}

/** Throws on a text that no note can carry: without final newline, with control characters, with broken UTF-16. */
export function writeNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n') || hasControl(text) || !text.isWellFormed()) throw new Error('not the text of a note');
  return `${text}\n${signatures.map(writeSignatureLine).join('')}`;
}

import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findHash, toBase64 } from '../base64.ts';
import { findDecimal, findText } from '../bytes.ts';

/** The body of `POST add-checkpoint` (C2SP tlog-witness): the size the log thinks we hold, the proof from there, the note. */
export type AddCheckpoint = { old: number; proof: readonly Uint8Array[]; checkpoint: string };

export function writeAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  return `${[`old ${old}`, ...proof.map(toBase64)].join('\n')}\n\n${checkpoint}`;
}

export function readAddCheckpoint(body: string | Uint8Array): Result<AddCheckpoint, { kind: 'request-malformed' }> {
  const malformed = refuse({ kind: 'request-malformed' });
  const text = typeof body === 'string' ? body : findText(body);
  const split = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || split < 0) return malformed;
  const [oldLine = '', ...lines] = text.slice(0, split).split('\n');
  const old = oldLine.startsWith('old ') ? findDecimal(oldLine.slice(4)) : undefined;
  const proof = lines.map(findHash);
  if (old === undefined || lines.length > 63 || !proof.every((hash) => hash !== undefined)) return malformed;
  return ok({ old, proof, checkpoint: text.slice(split + 2) });
}

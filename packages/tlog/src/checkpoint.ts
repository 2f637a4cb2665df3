import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findHash, toBase64 } from './base64.ts';
import { findDecimal } from './bytes.ts';

/** A tree head: which log, how many leaves, their root (C2SP tlog-checkpoint). */
export type Checkpoint = { origin: string; size: number; root: Uint8Array; extensions: readonly string[] };

export type CheckpointRefusal = { kind: 'checkpoint-malformed' };

/** Reads the text of a checkpoint note. Sizes over 2^53 − 1 are refused, which no log reaches. */
export function readCheckpointText(text: string): Result<Checkpoint, CheckpointRefusal> {
  const lines = text.split('\n');
  const [origin = '', sizeLine = '', rootLine = '', ...rest] = lines.slice(0, -1);
  const size = findDecimal(sizeLine);
  const root = findHash(rootLine);
  const isWhole = lines.at(-1) === '' && lines.length >= 4 && rest.every((line) => line !== '');
  // An origin that reads like a cosignature's header would let one signature stand for the other.
  if (!isWhole || origin === '' || origin === 'cosignature/v1' || size === undefined || !root) {
    return refuse({ kind: 'checkpoint-malformed' });
  }
  return ok({ origin, size, root, extensions: rest });
}

/** Throws on what no reader would take back. */
export function writeCheckpointText({
  origin,
  size,
  root,
  extensions = [],
}: Omit<Checkpoint, 'extensions'> & Partial<Checkpoint>): string {
  const text = `${[origin, size, toBase64(root), ...extensions].join('\n')}\n`;
  if (!readCheckpointText(text).ok) throw new Error(`not a checkpoint: ${JSON.stringify(text)}`);
  return text;
}

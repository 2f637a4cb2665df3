import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findBase64, findHash, toBase64 } from '../base64.ts';
import { findDecimal, findText, isSame, toBytes } from '../bytes.ts';
import type { CheckedCheckpoint } from '../check-checkpoint.ts';
import type { CheckSignature } from '../open-note.ts';
import type { Policy } from '../policy.ts';
import { checkTlogProof, type ProofCheckRefusal } from '../tlog-proof.ts';
import type { Hash, TreeHash } from '../tree-hash.ts';
import { findMapAnswer, type MapProof } from './map-proof.ts';
import { type ListedEntry, listValue } from './subject-list.ts';

/** That a subject's list of entries is whole: the map over the first `covers` leaves, logged itself by `proof`. */
export type WholeProof = { key: Uint8Array; covers: number; path: MapProof; proof: string };

/** The log entry by which a map root is published: witnesses then fix it as they fix every entry. */
export const mapRootEntry = (covers: number, root: Uint8Array): Uint8Array =>
  toBytes(`zhengtong/tlog-map@v1\n${covers}\n${toBase64(root)}\n`);

const header = 'zhengtong/tlog-whole@v1';

export function writeWholeProof({ key, covers, path, proof }: WholeProof): string {
  const end = path.end ? `end ${toBase64(path.end.key)} ${toBase64(path.end.value)}` : 'end';
  const lines = [header, `key ${toBase64(key)}`, `covers ${covers}`, end, ...path.siblings.map(siblingLine)];
  return `${lines.join('\n')}\n\n${proof}`;
}

const siblingLine = (hash: Uint8Array): string => (hash.every((byte) => byte === 0) ? '-' : toBase64(hash));

/** Reads what `writeWholeProof` writes, and nothing else; the tlog-proof at its end is read when it is checked. */
export function readWholeProof(file: string | Uint8Array): Result<WholeProof, { kind: 'whole-proof-malformed' }> {
  const malformed = refuse({ kind: 'whole-proof-malformed' });
  if (file.length > 2_000_000) return malformed;
  const text = typeof file === 'string' ? file : findText(file);
  const split = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || split < 0) return malformed;
  const [first, keyLine = '', coversLine = '', endLine = '', ...rest] = text.slice(0, split).split('\n');
  const key = findHash(keyLine.replace(/^key /, ''));
  const covers = coversLine.startsWith('covers ') ? findDecimal(coversLine.slice(7)) : undefined;
  const [word, endKeyText, endValueText, ...more] = endLine.split(' ');
  const endKey = endKeyText === undefined ? undefined : findHash(endKeyText);
  const endValue = endValueText === undefined ? undefined : findBase64(endValueText);
  const hasEnd = endKeyText !== undefined;
  const siblings = rest.map((line) => (line === '-' ? new Uint8Array(32) : findHash(line)));
  const isWhole = first === header && keyLine.startsWith('key ') && word === 'end' && more.length === 0;
  if (!isWhole || !key || covers === undefined || rest.length > 256) return malformed;
  if (hasEnd && (!endKey || endValue?.length !== 40)) return malformed;
  if (!siblings.every((hash) => hash !== undefined)) return malformed;
  const path: MapProof = endKey && endValue ? { siblings, end: { key: endKey, value: endValue } } : { siblings };
  const read = { key, covers, path, proof: text.slice(split + 2) };
  // A hash of zeroes spelled out would be a second spelling of "-".
  return writeWholeProof(read) === text ? ok(read) : malformed;
}

export type WholeRefusal =
  | ProofCheckRefusal
  | { kind: 'whole-proof-malformed' | 'path-malformed' | 'list-differs' | 'list-out-of-order' };

/**
 * Whether `entries` are all the entries of the subject among the first `covers` leaves of the log. A subject without
 * entries has an empty list and a proof of absence. What was logged after `covers` is not spoken of.
 */
export function checkWholeProof(
  parts: { hash: Hash; tree: TreeHash; check: CheckSignature; policy: Policy },
  file: string | Uint8Array | WholeProof,
  entries: readonly ListedEntry[],
): Result<CheckedCheckpoint & { covers: number }, WholeRefusal> {
  const read = typeof file === 'string' || file instanceof Uint8Array ? readWholeProof(file) : ok(file);
  if (!read.ok) return read;
  const { key, covers, path, proof } = read.value;
  const answer = findMapAnswer(parts.hash, key, path);
  if (!answer) return refuse({ kind: 'path-malformed' });
  const logged = checkTlogProof(parts, parts.tree.leaf(mapRootEntry(covers, answer.root)), proof);
  if (!logged.ok) return logged;
  const isInOrder = entries.every(({ index }, i) => index < covers && index > (entries[i - 1]?.index ?? -1));
  // The map cannot speak of leaves that came after it.
  if (!isInOrder || covers > logged.value.index) return refuse({ kind: 'list-out-of-order' });
  const value = answer.value;
  const isEqual = value ? isSame(value, listValue(parts.tree, entries)) : entries.length === 0;
  return isEqual ? ok({ ...logged.value, covers }) : refuse({ kind: 'list-differs' });
}

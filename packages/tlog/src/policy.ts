import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findText, hasControl } from './bytes.ts';
import type { Hash } from './tree-hash.ts';
import { isSameKey, type NoteKey, readVkey } from './vkey.ts';

export type PolicyLog = { key: NoteKey; url?: string };
export type PolicyWitness = { name: string; key: NoteKey; url?: string };
/** At least `need` of the members, witnesses or earlier groups, have cosigned. */
export type PolicyGroup = { name: string; need: number; members: readonly string[] };
/** Which logs are believed, and which sets of witnesses are enough (C2SP tlog-policy). */
export type Policy = {
  logs: readonly PolicyLog[];
  witnesses: readonly PolicyWitness[];
  groups: readonly PolicyGroup[];
  quorum: string;
};
/** `line` counts from 1; 0 is the file as a whole. */
export type PolicyRefusal = { kind: 'policy-malformed'; line: number; reason: PolicyReason };
export type PolicyReason =
  | 'not-text'
  | 'unknown-word'
  | 'words-missing'
  | 'key-malformed'
  | 'key-unfit'
  | 'key-twice'
  | 'name-taken'
  | 'name-unknown'
  | 'member-twice'
  | 'threshold'
  | 'quorum-count';

type Draft = {
  logs: PolicyLog[];
  witnesses: PolicyWitness[];
  groups: PolicyGroup[];
  quorums: string[];
  used: Set<string>;
};

const isFit: Record<'log' | 'witness', (key: NoteKey) => boolean> = {
  // ML-DSA-44 has no plain note signature; logs sign with its cosignature form (C2SP tlog-checkpoint, Signatures).
  log: (key) => key.use === 'note' || key.algorithm === 'ml-dsa-44',
  witness: (key) => key.use === 'cosignature',
};

function readKey(sha256: Hash, text: string, role: 'log' | 'witness', others: readonly { key: NoteKey }[]) {
  const key = readVkey(sha256, text);
  if (!key.ok) return 'key-malformed';
  if (!isFit[role](key.value)) return 'key-unfit';
  return others.some((other) => isSameKey(other.key, key.value)) ? 'key-twice' : key.value;
}

function readGroup(draft: Draft, [name = '', need = '', ...members]: string[]): PolicyReason | undefined {
  const isKnown = (one: string) => [...draft.witnesses, ...draft.groups].some((other) => other.name === one);
  if (members.length === 0) return 'words-missing';
  if (isKnown(name) || name === 'none') return 'name-taken';
  for (const member of members) {
    if (!isKnown(member)) return 'name-unknown';
    // Each name counts once in the whole file, so that no witness weighs twice.
    if (draft.used.has(member)) return 'member-twice';
    draft.used.add(member);
  }
  const count = need === 'all' ? members.length : need === 'any' ? 1 : /^[1-9]\d{0,3}$/.test(need) ? Number(need) : 0;
  if (count < 1 || count > members.length) return 'threshold';
  draft.groups.push({ name, need: count, members });
  return undefined;
}

function readLine(sha256: Hash, draft: Draft, [word, ...rest]: string[]): PolicyReason | undefined {
  const [first = '', second = '', third] = rest;
  const names = [...draft.witnesses, ...draft.groups].map((one) => one.name);
  if (word === 'log') {
    if (rest.length < 1 || rest.length > 2) return 'words-missing';
    const key = readKey(sha256, first, 'log', draft.logs);
    if (typeof key === 'string') return key;
    draft.logs.push(second ? { key, url: second } : { key });
  } else if (word === 'witness') {
    if (rest.length < 2 || rest.length > 3) return 'words-missing';
    if (names.includes(first) || first === 'none') return 'name-taken';
    const key = readKey(sha256, second, 'witness', draft.witnesses);
    if (typeof key === 'string') return key;
    draft.witnesses.push(third ? { name: first, key, url: third } : { name: first, key });
  } else if (word === 'group') {
    return readGroup(draft, rest);
  } else if (word === 'quorum') {
    if (rest.length !== 1) return 'words-missing';
    if (first !== 'none' && !names.includes(first)) return 'name-unknown';
    draft.quorums.push(first);
  } else return 'unknown-word';
  return undefined;
}

/** Reads a policy file; names are compared as written. Bytes that are not UTF-8 are refused, which the text advises. */
export function readPolicy(sha256: Hash, file: string | Uint8Array): Result<Policy, PolicyRefusal> {
  const text = typeof file === 'string' ? file : findText(file);
  // Only tab and newline may be control characters; a carriage return would hide in the last word of a line.
  const isText = text !== undefined && !hasControl(text.replaceAll('\t', ' '));
  if (!isText || text.length > 1_000_000) return refuse({ kind: 'policy-malformed', line: 0, reason: 'not-text' });
  const draft: Draft = { logs: [], witnesses: [], groups: [], quorums: [], used: new Set() };
  for (const [i, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0]?.startsWith('#')) continue;
    const reason = readLine(sha256, draft, words);
    if (reason) return refuse({ kind: 'policy-malformed', line: i + 1, reason });
  }
  const [quorum, ...more] = draft.quorums;
  if (quorum === undefined || more.length > 0)
    return refuse({ kind: 'policy-malformed', line: 0, reason: 'quorum-count' });
  const { logs, witnesses, groups } = draft;
  return ok({ logs, witnesses, groups, quorum });
}

/** Whether these witnesses, by their names in the policy, are enough. */
export function isQuorum(policy: Policy, cosigned: ReadonlySet<string>): boolean {
  if (policy.quorum === 'none') return true;
  const reached = new Set(cosigned);
  // Groups name only earlier names, so one pass in order settles them all.
  for (const { name, need, members } of policy.groups) {
    if (members.filter((member) => reached.has(member)).length >= need) reached.add(name);
    else reached.delete(name);
  }
  return reached.has(policy.quorum);
}

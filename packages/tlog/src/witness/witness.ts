import { ok, type Result } from '@zhengtong/kernel';
import { findText, toBytes, toHex } from '../bytes.ts';
import { readCheckpointText } from '../checkpoint.ts';
import { readNote, writeSignatureLine } from '../note.ts';
import { type CheckSignature, openNote } from '../open-note.ts';
import { type NoteSigner, signText } from '../sign-note.ts';
import type { TlogStore } from '../store.ts';
import type { Hash, TreeHash } from '../tree-hash.ts';
import { keyLabel, type NoteKey } from '../vkey.ts';
import { type AddCheckpoint, readAddCheckpoint } from './add-checkpoint.ts';
import {
  considerCheckpoint,
  readSignedCheckpoint,
  type Witnessed,
  type WitnessRefusal,
} from './consider-checkpoint.ts';

export type WitnessParts = {
  store: TlogStore;
  sha256: Hash;
  tree: TreeHash;
  check: CheckSignature;
  /** The witness's own cosignature keys, say one Ed25519 and one SM2. */
  signers: readonly NoteSigner[];
  /** Keys of the logs it follows; a key's name is the origin of its log. */
  logKeys: readonly NoteKey[];
  /** Milliseconds since 1970. */
  now: () => number;
};

type State = Witnessed & { note: string; time: number };

/** Where the witness keeps a log's last cosigned checkpoint; the file is itself a note anyone may be given. */
export const statePath = (sha256: Hash, origin: string): string => `logs/${toHex(sha256(toBytes(origin)))}/checkpoint`;

/**
 * Cosigns checkpoints that extend what it has seen. The new state is durable before the cosignature leaves, so a kill
 * at any moment loses at most an answer, never a promise. One process per store.
 */
export class Witness {
  readonly #parts: WitnessParts;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(parts: WitnessParts) {
    if (parts.signers.some(({ key }) => key.use !== 'cosignature'))
      throw new Error('a witness signs with cosignature keys');
    this.#parts = parts;
  }

  #keysOf(origin: string): NoteKey[] {
    return this.#parts.logKeys.filter((key) => key.name === origin);
  }

  /**
   * What was last cosigned for a log; absent before the first time. Throws when the stored file is not our own
   * cosigned note: to begin again from nothing would let a fork in.
   */
  async find(origin: string): Promise<State | undefined> {
    const { store, sha256, check, signers } = this.#parts;
    const bytes = await store.read(statePath(sha256, origin));
    if (!bytes) return undefined;
    const note = findText(bytes) ?? '';
    const opened = openNote(
      check,
      signers.map(({ key }) => key),
      note,
    );
    const read = opened.ok ? readCheckpointText(opened.value.text) : opened;
    if (!opened.ok || !read.ok || read.value.origin !== origin)
      throw new Error(`witness: the state of ${origin} is damaged`);
    const time = Math.max(...opened.value.held.map((held) => held.time ?? 0));
    return { size: read.value.size, root: read.value.root, note, time };
  }

  /** Handles one `add-checkpoint` body; answers the signature lines to send back. */
  async add(body: string | Uint8Array): Promise<Result<string, WitnessRefusal>> {
    const request = readAddCheckpoint(body);
    if (!request.ok) return request;
    const next = readSignedCheckpoint(this.#parts.check, (origin) => this.#keysOf(origin), request.value);
    if (!next.ok) return next;
    const { origin } = next.value;
    // One at a time per log, in the order they came.
    const turn = (this.#turns.get(origin) ?? Promise.resolve()).then(() => this.#addNow(request.value, next.value));
    this.#turns.set(
      origin,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async #addNow(request: AddCheckpoint, next: Parameters<typeof considerCheckpoint>[3] & { text: string }) {
    const { store, sha256, tree, signers, now } = this.#parts;
    const before = await this.find(next.origin);
    const judged = considerCheckpoint(tree, before, request, next);
    if (!judged.ok) {
      if (before && ['forked', 'proof-wrong'].includes(judged.refusal.kind))
        await this.#keepEvidence(before, request, next.origin);
      return judged;
    }
    // A clock set back must not make an older statement look like the newer one.
    const time = Math.max(Math.floor(now() / 1000), before?.time ?? 0);
    let lines = '';
    for (const signer of signers) lines += writeSignatureLine(await signText(signer, next.text, time));
    const note = withLogLines(request.checkpoint, this.#keysOf(next.origin)) + lines;
    await store.write([{ path: statePath(sha256, next.origin), bytes: toBytes(note) }]);
    return ok(lines);
  }

  /** Both notes side by side: signed by the log, they convict it before anyone. */
  async #keepEvidence(before: State, { old, checkpoint }: AddCheckpoint, origin: string): Promise<void> {
    const { store, sha256 } = this.#parts;
    const folder = statePath(sha256, origin).replace(/checkpoint$/, 'refused');
    const path = `${folder}/${toHex(sha256(toBytes(checkpoint)))}`;
    if (await store.read(path)) return;
    await store.write([{ path, bytes: toBytes(`${before.note}\nold ${old}\n\n${checkpoint}`) }]);
  }
}

/**
 * The note with the log's own lines only, each key once. Lines of strangers would let anyone swell our state until it
 * no longer reads, and our earlier cosignature, sent along, would stand there with a second time.
 */
function withLogLines(checkpoint: string, logKeys: readonly NoteKey[]): string {
  const note = readNote(checkpoint);
  if (!note.ok) throw new Error('a judged checkpoint reads');
  const { text, signatures } = note.value;
  const lines = logKeys.flatMap((key) => signatures.find((line) => keyLabel(line) === keyLabel(key)) ?? []);
  return `${text}\n${lines.map(writeSignatureLine).join('')}`;
}

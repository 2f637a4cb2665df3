import { civilDateAt, findCivilDate, toInstant } from '@zhengtong/kernel';
import { isSame, toBytes } from '../bytes.ts';
import { type CheckedCheckpoint, checkCheckpoint } from '../check-checkpoint.ts';
import { isIncluded } from '../inclusion.ts';
import { type CheckSignature, openNote } from '../open-note.ts';
import { readTlogProof } from '../tlog-proof.ts';
import type { TreeHash } from '../tree-hash.ts';
import type { LeafFacts } from './leaf.ts';
import { type ReceiptFormat, readReceipt } from './receipt.ts';
import type { Issuer, Trust } from './trust.ts';

/** HMAC-SM3(salt, content). */
export type Commit = (salt: Uint8Array, content: Uint8Array) => Uint8Array;
export type InspectParts = { tree: TreeHash; check: CheckSignature; commit: Commit };

/** `open` is what could not be checked, which is neither good nor bad and must be said. */
export type Outcome = 'holds' | 'fails' | 'open';
export type StepName = 'file' | 'content' | 'issuer' | 'log' | 'witnesses' | 'inclusion' | 'fork' | 'validity' | 'age';
/** `reason` is a refusal's kind or a word of the page's own; `details` are values to show beside it. */
export type Step = { name: StepName; outcome: Outcome; reason: string; details?: readonly string[] };

export type Inspection = {
  outcome: Outcome;
  steps: readonly Step[];
  format?: ReceiptFormat;
  /** Only of content that its proof holds for; never shown of a forged file. */
  content?: string;
  facts?: LeafFacts;
  issuers?: readonly Issuer[];
  /** Second since 1970 at which the last witness saw the log. */
  seenAt?: number;
};

export const staleAfterDays = 30;
const dayMs = 86_400_000;

/** The worst decides: one failure is a failure, else one open point leaves it open. */
const worst = (steps: readonly Step[]): Outcome =>
  (['fails', 'open'] as const).find((outcome) => steps.some((step) => step.outcome === outcome)) ?? 'holds';

function inspectIssuer(
  check: CheckSignature,
  trust: Trust,
  content: string,
): { step: Step; text: string; issuers: Issuer[] } {
  const keys = trust.issuers.map(({ key }) => key);
  const opened = openNote(check, keys, content);
  if (!opened.ok) {
    const isUnknown = opened.refusal.kind === 'no-known-signature';
    const step: Step = { name: 'issuer', outcome: isUnknown ? 'open' : 'fails', reason: opened.refusal.kind };
    const names = opened.refusal.kind === 'no-known-signature' ? opened.refusal.names : [];
    return { step: { ...step, details: names }, text: content, issuers: [] };
  }
  const issuers = trust.issuers.filter(({ key }) => opened.value.held.some((held) => held.key === key));
  const details = issuers.map(({ key }) => `${key.name} · ${key.algorithm}`);
  return { step: { name: 'issuer', outcome: 'holds', reason: 'signed', details }, text: opened.value.text, issuers };
}

/** Whether the checkpoint contradicts the one the verifier knew already; only equal sizes compare without a proof. */
function inspectFork(parts: InspectParts, trust: Trust, seen: CheckedCheckpoint): Step[] {
  const known =
    trust.checkpoint === undefined ? undefined : checkCheckpoint(parts.check, trust.policy, trust.checkpoint);
  if (!known?.ok) return [];
  const [ours, theirs] = [known.value.checkpoint, seen.checkpoint];
  if (ours.origin !== theirs.origin || ours.size !== theirs.size) return [];
  const isEqual = isSame(ours.root, theirs.root);
  return [{ name: 'fork', outcome: isEqual ? 'holds' : 'fails', reason: isEqual ? 'same-root' : 'forked' }];
}

/**
 * The days a certificate is for, where its content names them as `validFrom` and `validUntil` (civil dates, the last
 * one included). A true certificate may be out of its time: its content still shows, under a verdict of failure.
 */
function inspectValidity(text: string, now: number): Step[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const days = (value ?? {}) as Record<string, unknown>;
  const dayOf = (name: string) => findCivilDate(typeof days[name] === 'string' ? days[name] : '');
  const [from, until] = [dayOf('validFrom'), dayOf('validUntil')];
  if (!from && !until) return [];
  const today = civilDateAt(toInstant(now));
  const reason =
    from && today < from
      ? 'not-yet-valid'
      : until && today > until
        ? 'expired'
        : !until
          ? 'valid-since'
          : from
            ? 'valid'
            : 'valid-until';
  const details = [from ?? '', until ?? ''];
  return [{ name: 'validity', outcome: reason.startsWith('valid') ? 'holds' : 'fails', reason, details }];
}

function inspectAge(trust: Trust, seenAt: number | undefined, now: number): Step {
  const days = Math.floor((now - trust.madeAt) / dayMs);
  const details = [String(days), ...(seenAt === undefined ? [] : [String(Math.floor((now - seenAt * 1000) / dayMs))])];
  // Five minutes are forgiven; more and either this clock or a witness's is wrong, and ages say nothing.
  const isFuture = trust.madeAt > now + 300_000 || (seenAt ?? 0) * 1000 > now + 300_000;
  if (isFuture) return { name: 'age', outcome: 'open', reason: 'from-the-future', details };
  const isStale = days > staleAfterDays;
  const reason = isStale ? 'stale' : seenAt === undefined ? 'fresh-alone' : 'fresh';
  return { name: 'age', outcome: isStale ? 'open' : 'holds', reason, details };
}

function inspectLog(
  parts: InspectParts,
  trust: Trust,
  leaf: string,
  proofText: string,
): { steps: Step[]; seen?: CheckedCheckpoint } {
  const proof = readTlogProof(proofText);
  if (!proof.ok) return { steps: [{ name: 'log', outcome: 'fails', reason: proof.refusal.kind }] };
  const { index, hashes, checkpoint } = proof.value;
  const checked = checkCheckpoint(parts.check, trust.policy, checkpoint);
  if (!checked.ok) {
    const { refusal } = checked;
    if (refusal.kind === 'quorum-missing') {
      const log: Step = { name: 'log', outcome: 'holds', reason: 'signed' };
      return { steps: [log, { name: 'witnesses', outcome: 'fails', reason: refusal.kind, details: refusal.cosigned }] };
    }
    const isUnknown = refusal.kind === 'no-known-signature' || refusal.kind === 'log-unknown';
    return { steps: [{ name: 'log', outcome: isUnknown ? 'open' : 'fails', reason: refusal.kind }] };
  }
  const seen = checked.value;
  const { origin, size, root } = seen.checkpoint;
  const isIn = isIncluded(parts.tree, { index, size, leaf: parts.tree.leaf(toBytes(leaf)), proof: hashes, root });
  const keys = seen.logKeys.map((key) => `${key.name} · ${key.algorithm}`);
  const isWitnessed = trust.policy.quorum !== 'none';
  const witnesses = seen.witnesses.map(({ name }) => name);
  const steps: Step[] = [
    { name: 'log', outcome: 'holds', reason: 'signed', details: keys },
    {
      name: 'witnesses',
      outcome: isWitnessed ? 'holds' : 'open',
      reason: isWitnessed ? 'quorum' : 'none-asked',
      details: witnesses,
    },
    {
      name: 'inclusion',
      outcome: isIn ? 'holds' : 'fails',
      reason: isIn ? 'included' : 'not-included',
      // For people the first entry is number 1.
      details: [origin, String(index + 1), String(size)],
    },
  ];
  return isIn ? { steps, seen } : { steps };
}

/**
 * Checks a receipt or certificate against what `trust` knows and says of each step whether it holds, fails or stays
 * open. `now` in milliseconds since 1970. Never throws; a file that is nothing at all fails at its first step.
 */
export function inspectReceipt(parts: InspectParts, trust: Trust, file: string | Uint8Array, now: number): Inspection {
  const read = readReceipt(file);
  if (!read.ok) {
    return {
      outcome: 'fails',
      steps: [{ name: 'file', outcome: 'fails', reason: read.refusal.kind, details: [read.refusal.field] }],
    };
  }
  const { format, content, salt, leaf, proof, facts, commitment } = read.value;
  const steps: Step[] = [{ name: 'file', outcome: 'holds', reason: format }];
  const isOpened = isSame(parts.commit(salt, toBytes(content)), commitment);
  steps.push({
    name: 'content',
    outcome: isOpened ? 'holds' : 'fails',
    reason: isOpened ? 'committed' : 'content-differs',
  });
  const issuer = format === 'zhengtong/certificate@v1' ? inspectIssuer(parts.check, trust, content) : undefined;
  if (issuer) steps.push(issuer.step);
  const log = inspectLog(parts, trust, leaf, proof);
  steps.push(...log.steps);
  if (log.seen) steps.push(...inspectFork(parts, trust, log.seen));
  const seenAt = log.seen?.witnesses.reduce<number | undefined>(
    (last, { time }) => Math.max(last ?? 0, time),
    undefined,
  );
  const isWhole = steps.every((step) => step.outcome !== 'fails');
  if (issuer) steps.push(...inspectValidity(issuer.text, now));
  steps.push(inspectAge(trust, seenAt, now));
  const outcome = worst(steps);
  // A stranger's file must not borrow the look of this page: content shows only when log and issuer are known to hold.
  const isProved = isWhole && log.seen !== undefined && (issuer?.step.outcome ?? 'holds') === 'holds';
  const shown = isProved ? { content: issuer?.text ?? content, facts, issuers: issuer?.issuers ?? [] } : {};
  return { outcome, steps, format, ...shown, ...(seenAt === undefined ? {} : { seenAt }) };
}

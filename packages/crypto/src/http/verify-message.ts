import type { KeyObject } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type HttpAlgorithm, httpAlgorithms } from './algorithms.ts';
import type { Fields, FieldTypes, HttpMessage } from './components.ts';
import { type BaseRefusal, hasProperTypes, signatureBase } from './covered-text.ts';
import { parseDictionaryField } from './parse-fields.ts';
import { type BareItem, type Dictionary, type InnerList, isInnerList, writeItem } from './structured-fields.ts';

export type VerificationKey = { readonly algorithm: HttpAlgorithm; readonly key: KeyObject };

export type MessageVerification = {
  /** The key for a `keyid` (undefined where the signature names none); undefined where none is trusted. */
  readonly findKey: (keyid: string | undefined) => VerificationKey | undefined;
  /** Which signature, where the message may carry several; the only one else. */
  readonly label?: string;
  /** Takes the signature with this `tag` where no label is given. */
  readonly tag?: string;
  /** Components that must be covered, as written in the base: `"@method"`, `"content-digest";req`. */
  readonly required: readonly string[];
  /** Seconds since 1970. */
  readonly now: number;
  /** Refuses signatures made more than this many seconds ago, or without `created`. */
  readonly maxAgeSeconds?: number;
  /** How far the signer's clock may be ahead; 30 where not said. */
  readonly skewSeconds?: number;
  readonly fieldTypes?: FieldTypes;
};

export type VerifiedSignature = {
  readonly label: string;
  readonly components: readonly string[];
  readonly created: number | undefined;
  readonly expires: number | undefined;
  readonly keyid: string | undefined;
  /** To be remembered by the caller where replay matters. */
  readonly nonce: string | undefined;
  readonly tag: string | undefined;
};

export type VerificationRefusal =
  | BaseRefusal
  | { readonly kind: 'no-signature' | 'malformed-signature' | 'several-signatures' | 'unknown-key' }
  | { readonly kind: 'algorithm-mismatch' | 'not-yet-valid' | 'too-old' | 'expired' | 'wrong-signature' }
  | { readonly kind: 'not-covered'; readonly component: string };

const valuesOf = (fields: Fields, name: string): string =>
  fields
    .filter(([one]) => one.toLowerCase() === name)
    .map(([, value]) => value)
    .join(', ');

const textOf = (item: BareItem | undefined): string | undefined => (item?.type === 'string' ? item.value : undefined);
const numberOf = (item: BareItem | undefined): number | undefined =>
  item?.type === 'integer' ? item.value : undefined;

type Chosen = { label: string; input: InnerList; signature: Uint8Array };

/** Both fields parsed, their labels alike (RFC 9421, 4), every member of its type. */
function readAll(message: HttpMessage): Chosen[] | undefined {
  const inputs = parseDictionaryField(valuesOf(message.fields, 'signature-input'));
  const signatures = parseDictionaryField(valuesOf(message.fields, 'signature'));
  if (!inputs.ok || !signatures.ok || inputs.value.size !== signatures.value.size) return undefined;
  const all: Chosen[] = [];
  for (const [label, input] of inputs.value as Dictionary) {
    const signature = signatures.value.get(label);
    if (!isInnerList(input) || !signature || isInnerList(signature) || signature.item.type !== 'bytes')
      return undefined;
    if (!hasProperTypes(input)) return undefined;
    all.push({ label, input, signature: Uint8Array.from(signature.item.value) });
  }
  return all;
}

function choose(message: HttpMessage, { label, tag }: MessageVerification): Result<Chosen, VerificationRefusal> {
  const all = readAll(message);
  if (!all) return refuse({ kind: 'malformed-signature' });
  const matching = all.filter(
    (one) =>
      (label === undefined || one.label === label) &&
      (tag === undefined || textOf(one.input.params.get('tag')) === tag),
  );
  const [only] = matching;
  if (!only) return refuse({ kind: 'no-signature' });
  return matching.length === 1 ? ok(only) : refuse({ kind: 'several-signatures' });
}

function checkTimes(input: InnerList, given: MessageVerification): Result<undefined, VerificationRefusal> {
  const created = numberOf(input.params.get('created'));
  const expires = numberOf(input.params.get('expires'));
  const { now, maxAgeSeconds, skewSeconds = 30 } = given;
  if (created !== undefined && created > now + skewSeconds) return refuse({ kind: 'not-yet-valid' });
  if (expires !== undefined && expires <= now) return refuse({ kind: 'expired' });
  const isTooOld = maxAgeSeconds !== undefined && (created === undefined || created < now - maxAgeSeconds);
  return isTooOld ? refuse({ kind: 'too-old' }) : ok();
}

/** Whether the native verifier accepts; a key unfit for the algorithm is the resolver's mistake and throws. */
function accepts({ algorithm, key }: VerificationKey, base: string, signature: Uint8Array): boolean {
  return httpAlgorithms[algorithm].verify(key, base, signature);
}

/** Verifies one signature of a message (RFC 9421, 3.2). What it does not cover is not proved. */
export function verifyHttpMessage(
  message: HttpMessage,
  given: MessageVerification,
): Result<VerifiedSignature, VerificationRefusal> {
  const chosen = choose(message, given);
  if (!chosen.ok) return chosen;
  const { label, input, signature } = chosen.value;

  const components = input.items.map(writeItem);
  const missing = given.required.find((component) => !components.includes(component));
  if (missing !== undefined) return refuse({ kind: 'not-covered', component: missing });
  const times = checkTimes(input, given);
  if (!times.ok) return times;

  const keyid = textOf(input.params.get('keyid'));
  const key = given.findKey(keyid);
  if (!key) return refuse({ kind: 'unknown-key' });
  // The algorithm is the key's; a message may repeat it but never choose it (RFC 9421, 7.3.6).
  const said = textOf(input.params.get('alg'));
  if (said !== undefined && said !== key.algorithm) return refuse({ kind: 'algorithm-mismatch' });

  const base = signatureBase(message, input, given.fieldTypes);
  if (!base.ok) return base;
  if (!accepts(key, base.value, signature)) return refuse({ kind: 'wrong-signature' });
  return ok({
    label,
    components,
    created: numberOf(input.params.get('created')),
    expires: numberOf(input.params.get('expires')),
    keyid,
    nonce: textOf(input.params.get('nonce')),
    tag: textOf(input.params.get('tag')),
  });
}

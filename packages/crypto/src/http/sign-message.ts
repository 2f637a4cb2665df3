import type { KeyObject } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type HttpAlgorithm, httpAlgorithms } from './algorithms.ts';
import type { FieldTypes, HttpMessage } from './components.ts';
import { type BaseRefusal, signatureBase } from './covered-text.ts';
import { parseItemField } from './parse-fields.ts';
import {
  type BareItem,
  type InnerList,
  type Item,
  keyPattern,
  noParams,
  writeBareItem,
  writeInnerList,
} from './structured-fields.ts';

export type MessageSigning = {
  /** Names the signature within the message: `sig1`. */
  readonly label: string;
  /** In order: `@method`, `content-digest`, or with parameters as they are written: `"content-digest";req`. */
  readonly components: readonly string[];
  readonly algorithm: HttpAlgorithm;
  readonly key: KeyObject;
  /** Seconds since 1970; left out only where a profile forbids it. */
  readonly created?: number;
  readonly expires?: number;
  readonly keyid?: string;
  readonly nonce?: string;
  readonly tag?: string;
  /** Writes `alg` too. Off by default: the verifier takes the algorithm from the key (RFC 9421, 7.3.6). */
  readonly saysAlgorithm?: boolean;
  readonly fieldTypes?: FieldTypes;
};

/** Values to add to the message as `Signature-Input` and `Signature`, after what may stand there already. */
export type MessageSignature = { readonly signatureInput: string; readonly signature: string };

export type SigningRefusal = BaseRefusal | { readonly kind: 'not-a-component'; readonly component: string };

const integer = (value: number): BareItem => ({ type: 'integer', value });
const text = (value: string): BareItem => ({ type: 'string', value });

function readComponent(written: string): Item | undefined {
  if (!written.startsWith('"')) return { item: text(written), params: noParams };
  const parsed = parseItemField(written);
  return parsed.ok ? parsed.value : undefined;
}

function parametersOf(signing: MessageSigning): Map<string, BareItem> {
  const params = new Map<string, BareItem>();
  if (signing.created !== undefined) params.set('created', integer(signing.created));
  if (signing.expires !== undefined) params.set('expires', integer(signing.expires));
  if (signing.keyid !== undefined) params.set('keyid', text(signing.keyid));
  if (signing.nonce !== undefined) params.set('nonce', text(signing.nonce));
  if (signing.saysAlgorithm) params.set('alg', text(signing.algorithm));
  if (signing.tag !== undefined) params.set('tag', text(signing.tag));
  return params;
}

/** Signs a message (RFC 9421, 3.1). Refused where a component cannot be had from the message. */
export function signHttpMessage(
  message: HttpMessage,
  signing: MessageSigning,
): Result<MessageSignature, SigningRefusal> {
  if (!keyPattern.test(signing.label)) throw new RangeError('a label of lower-case letters, digits, _ - . *');
  const items: Item[] = [];
  for (const component of signing.components) {
    const item = readComponent(component);
    if (!item) return refuse({ kind: 'not-a-component', component });
    items.push(item);
  }
  const input: InnerList = { items, params: parametersOf(signing) };
  const base = signatureBase(message, input, signing.fieldTypes);
  if (!base.ok) return base;
  const value = httpAlgorithms[signing.algorithm].sign(signing.key, base.value);
  return ok({
    signatureInput: `${signing.label}=${writeInnerList(input)}`,
    signature: `${signing.label}=${writeBareItem({ type: 'bytes', value })}`,
  });
}

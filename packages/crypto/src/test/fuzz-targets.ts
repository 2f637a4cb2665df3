// What is fuzzed. Each target takes one mutated or random input and says what is wrong with how it was taken, if anything:
// reading must give a value or a refusal, and nothing may be believed that was changed.
import { createSecretKey } from 'node:crypto';
import { must } from '@zhengtong/kernel';
import { fromNumber, toBase64url } from '../bytes.ts';
import { buildCertificate } from '../certificate/build.ts';
import { parseCertificate } from '../certificate/parse.ts';
import { isSignedBy } from '../certificate/verify.ts';
import { checkDerDeeply, childrenOf, type DerNode, der, readDer, tryDer } from '../der/index.ts';
import { hmacSha256 } from '../digest.ts';
import { envelopeKey, openEnvelope, sealEnvelope } from '../envelope.ts';
import { parseDictionaryField, parseItemField, parseListField } from '../http/parse-fields.ts';
import { signHttpMessage } from '../http/sign-message.ts';
import { writeDictionary, writeItem, writeList } from '../http/structured-fields.ts';
import { verifyHttpMessage } from '../http/verify-message.ts';
import { importJwks } from '../jose/jwk.ts';
import { verifyJws } from '../jose/jws.ts';
import { canonicalJson } from '../json/canonical.ts';
import { parseStrictJson } from '../json/parse.ts';
import { isStrictPair } from '../signatures/strict-pair.ts';
import { sm2Order } from '../sm2/curve.ts';
import { sm2Decrypt, sm2Encrypt } from '../sm2/encrypt.ts';
import { generateSm2KeyPair } from '../sm2/keys.ts';
import { sm2Sign, sm2SignatureToRaw, sm2Verify } from '../sm2/sign.ts';

export type FuzzTarget = {
  readonly name: string;
  /** Inputs of a thousand. */
  readonly share: number;
  readonly seeds: readonly Uint8Array[];
  readonly alphabet?: string;
  /** What is wrong, or undefined. */
  readonly take: (input: Uint8Array) => string | undefined;
};

const text = new TextEncoder();
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const { privateKey, publicKey } = generateSm2KeyPair();
const message = text.encode('fuzz');
const signature = sm2Sign(privateKey, message);
const certificateBytes = buildCertificate({
  subject: [
    ['C', 'CN'],
    ['CN', '测试'],
  ],
  publicKey,
  issuerKey: privateKey,
  notBefore: 0,
  notAfter: Date.UTC(2060, 0),
  isCa: true,
  keyUsage: ['keyCertSign'],
});
const root = must(parseCertificate(certificateBytes));

function rebuild(node: DerNode): Uint8Array {
  const parts = (node.tag & 0x20) === 0 ? [node.content] : childrenOf(node).map(rebuild);
  return der.element(node.tag, ...parts);
}

function takeDer(input: Uint8Array): string | undefined {
  const read = tryDer(() => {
    checkDerDeeply(input);
    return rebuild(readDer(input));
  });
  return read.ok && !same(read.value, input) ? 'accepted DER is not its own encoding' : undefined;
}

function takeCertificate(input: Uint8Array): string | undefined {
  const parsed = parseCertificate(input);
  if (!parsed.ok || same(parsed.value.tbs, root.tbs)) return undefined;
  return isSignedBy(parsed.value, root) ? 'changed certificate verifies' : undefined;
}

const order = fromNumber(sm2Order, 32);

function takeSignature(input: Uint8Array): string | undefined {
  if (isStrictPair(input, order) !== (sm2SignatureToRaw(input) !== undefined)) return 'two readings of one signature';
  return !same(input, signature) && sm2Verify(publicKey, message, input) ? 'changed signature verifies' : undefined;
}

const ciphertext = sm2Encrypt(publicKey, message);
function takeCiphertext(input: Uint8Array): string | undefined {
  return !same(input, ciphertext) && sm2Decrypt(privateKey, input).ok ? 'changed ciphertext decrypts' : undefined;
}

const envelope = envelopeKey('fuzz', new Uint8Array(32));
const sealed = sealEnvelope(envelope, message, 'x');
function takeEnvelope(input: Uint8Array): string | undefined {
  return !same(input, sealed) && openEnvelope([envelope], input, 'x').ok ? 'changed envelope opens' : undefined;
}

/** Written again and read again, an accepted field must be the same text. */
function takeField(input: Uint8Array): string | undefined {
  const value = latin(input);
  const kinds = [
    [parseItemField, writeItem],
    [parseListField, writeList],
    [parseDictionaryField, writeDictionary],
  ] as const;
  for (const [parse, write] of kinds) {
    const parsed = parse(value);
    if (!parsed.ok) continue;
    const written = (write as (v: unknown) => string)(parsed.value);
    const again = parse(written);
    if (!again.ok || (write as (v: unknown) => string)(again.value) !== written) return 'field changes when rewritten';
  }
  return undefined;
}

function findJson(value: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(value) };
  } catch {
    return undefined;
  }
}

/** Never wider than JSON.parse, and never another value. */
function takeJson(input: Uint8Array): string | undefined {
  const value = latin(input);
  const strict = parseStrictJson(value);
  const loose = findJson(value);
  if (!strict.ok) return loose && strict.refusal.reason === 'syntax' ? 'valid JSON refused as syntax' : undefined;
  if (!loose) return 'accepted what JSON.parse refuses';
  const [a, b] = [canonicalJson(strict.value), canonicalJson(loose.value)];
  return a.ok && b.ok && a.value === b.value ? undefined : 'another value than JSON.parse';
}

const secret = new Uint8Array(32).fill(7);
const jwks = importJwks({ kty: 'oct', k: toBase64url(secret) }) ?? [];
const jwsInput = `${toBase64url(text.encode('{"alg":"HS256"}'))}.${toBase64url(message)}`;
const jws = `${jwsInput}.${toBase64url(hmacSha256(secret, jwsInput))}`;
function takeJws(input: Uint8Array): string | undefined {
  const compact = latin(input);
  return compact !== jws && verifyJws(compact, jwks, ['HS256']).ok ? 'changed JWS verifies' : undefined;
}

const request = { method: 'GET', url: 'https://share.example/a?b=1', fields: [['Accept', '*/*']] } as const;
const key = createSecretKey(secret);
const signed = must(
  signHttpMessage(request, {
    label: 's',
    components: ['@method', '@target-uri', 'accept'],
    algorithm: 'hmac-sm3',
    key,
    created: 1,
    nonce: 'n',
  }),
);
/** Both fields in one text, behind each other with a newline: a change may fall in either. */
function takeHttp(input: Uint8Array): string | undefined {
  const [signatureInput = '', value = ''] = latin(input).split('\n');
  const result = verifyHttpMessage(
    { ...request, fields: [...request.fields, ['Signature-Input', signatureInput], ['Signature', value]] },
    { required: ['"@method"', '"accept"'], now: 1, findKey: () => ({ algorithm: 'hmac-sm3', key }) },
  );
  if (!result.ok) return undefined;
  // Blanks, labels and base64 padding may be written otherwise; what is covered may not.
  const isSame = result.value.nonce === 'n' && result.value.created === 1 && result.value.components.length === 3;
  return isSame ? undefined : 'signature verifies over other parameters';
}

const jsonSeeds = ['{"a":[1,-2.5e3,"\\u0041\\n",null,true],"b":{"c":""}}', '[[],{},"\\ud83d\\ude00",0.1]'];
const fieldSeeds = [
  'a=1, b=(x "y";z=:AA==:);q, c;d=?0',
  '("@method" "content-digest";req);created=1;keyid="k"',
  '%"f%c3%bc", @12, 1.5',
];

export const fuzzTargets: readonly FuzzTarget[] = [
  { name: 'der', share: 400, seeds: [certificateBytes, signature, ciphertext], take: takeDer },
  { name: 'certificate', share: 80, seeds: [certificateBytes], take: takeCertificate },
  { name: 'sm2-signature', share: 40, seeds: [signature], take: takeSignature },
  { name: 'sm2-ciphertext', share: 10, seeds: [ciphertext], take: takeCiphertext },
  { name: 'envelope', share: 80, seeds: [sealed], take: takeEnvelope },
  {
    name: 'structured-field',
    share: 150,
    seeds: fieldSeeds.map((s) => text.encode(s)),
    alphabet: '()";=:,?@% \t*a1-.\\',
    take: takeField,
  },
  {
    name: 'json',
    share: 120,
    seeds: jsonSeeds.map((s) => text.encode(s)),
    alphabet: '{}[]",:\\u0dD8e+-. \t\n',
    take: takeJson,
  },
  { name: 'jws', share: 60, seeds: [text.encode(jws)], alphabet: '.=_-Ae0+/', take: takeJws },
  {
    name: 'http-signature',
    share: 60,
    seeds: [text.encode(`${signed.signatureInput}\n${signed.signature}`)],
    alphabet: '()";=:, s1@',
    take: takeHttp,
  },
];

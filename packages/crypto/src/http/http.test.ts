import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { generateEcdsaKeyPair } from '../signatures/ecdsa.ts';
import { generateEd25519KeyPair } from '../signatures/ed25519.ts';
import { generateSm2KeyPair } from '../sm2/keys.ts';
import { type HttpAlgorithm, httpSecretKey } from './algorithms.ts';
import type { HttpRequest, HttpResponse } from './components.ts';
import { contentDigest, verifyContentDigest } from './content-digest.ts';
import { signHttpMessage } from './sign-message.ts';
import { type MessageVerification, verifyHttpMessage } from './verify-message.ts';

const body = new TextEncoder().encode('{"事项":"新生儿出生一件事"}');
const request: HttpRequest = {
  method: 'POST',
  url: 'https://Share.Example:443/elements/990100?用途=a%20b&x=1',
  fields: [
    ['Content-Type', 'application/json'],
    ['Content-Digest', contentDigest(body)],
  ],
};
const { privateKey, publicKey } = generateSm2KeyPair();
const now = 1_795_000_000;
const components = ['@method', '@authority', '@path', '@query', 'content-digest'];
const required = components.map((name) => `"${name}"`);
const signing = { label: 'sig1', components, algorithm: 'sm2-sm3', key: privateKey, created: now, keyid: 'k' } as const;

function signed(message: HttpRequest, more: Partial<Parameters<typeof signHttpMessage>[1]> = {}): HttpRequest {
  const { signatureInput, signature } = must(signHttpMessage(message, { ...signing, ...more }));
  return { ...message, fields: [...message.fields, ['Signature-Input', signatureInput], ['Signature', signature]] };
}

const verification: MessageVerification = {
  required,
  now,
  findKey: (keyid) => (keyid === 'k' ? { algorithm: 'sm2-sm3', key: publicKey } : undefined),
};
const kindOf = (message: HttpRequest | HttpResponse, more: Partial<MessageVerification> = {}): string => {
  const result = verifyHttpMessage(message, { ...verification, ...more });
  return result.ok ? 'verified' : result.refusal.kind;
};

test('a signed request verifies under every algorithm, and its authority is normalised', () => {
  const ed = generateEd25519KeyPair();
  const ec = generateEcdsaKeyPair('es384');
  const secret = httpSecretKey(randomBytes(32));
  const cases: [HttpAlgorithm, typeof privateKey, typeof privateKey][] = [
    ['sm2-sm3', privateKey, publicKey],
    ['ed25519', ed.privateKey, ed.publicKey],
    ['ecdsa-p384-sha384', ec.privateKey, ec.publicKey],
    ['hmac-sha256', secret, secret],
    ['hmac-sm3', secret, secret],
  ];
  const plain = { ...request, url: 'https://share.example/elements/990100?a=1' };
  for (const [algorithm, key, check] of cases) {
    const message = signed(plain, { algorithm, key, saysAlgorithm: true });
    assert.equal(kindOf(message, { findKey: () => ({ algorithm, key: check }) }), 'verified');
    const moved = { ...message, url: 'HTTPS://Share.Example:443/elements/990100?a=1' };
    assert.equal(kindOf(moved, { findKey: () => ({ algorithm, key: check }) }), 'verified');
  }
});

test('a path or query that is not ASCII cannot be signed until it is encoded', () => {
  const result = signHttpMessage(request, signing);
  assert.equal(!result.ok && result.refusal.kind, 'component-unavailable');
});

const message = signed({ ...request, url: 'https://share.example/elements/990100?a=1' });

test('a message changed in anything covered does not verify', () => {
  const changes: Partial<HttpRequest>[] = [
    { method: 'GET' },
    { url: 'https://share.example/elements/990101?a=1' },
    { url: 'https://share.example/elements/990100?a=2' },
    { url: 'https://other.example/elements/990100?a=1' },
    {
      fields: message.fields.map(([n, v]) => (n === 'Content-Digest' ? [n, contentDigest(new Uint8Array(1))] : [n, v])),
    },
    { fields: [...message.fields, ['content-digest', 'sha-256=:AA==:']] },
  ];
  assert.equal(kindOf(message), 'verified');
  for (const change of changes) assert.equal(kindOf({ ...message, ...change }), 'wrong-signature');
});

test('a verifier refuses what its own rules ask for and the signature lacks', () => {
  assert.equal(kindOf(message, { required: ['"x"'] }), 'not-covered');
  assert.equal(kindOf(message, { findKey: () => undefined }), 'unknown-key');
  assert.equal(kindOf(message, { now: now - 60 }), 'not-yet-valid');
  assert.equal(kindOf(message, { now: now + 600, maxAgeSeconds: 300 }), 'too-old');
  assert.equal(
    kindOf(signed(request.url ? { ...message, fields: request.fields } : message, { expires: now })),
    'expired',
  );
  assert.equal(kindOf(message, { label: 'sig2' }), 'no-signature');
  assert.equal(kindOf(message, { tag: 'zhengtong' }), 'no-signature');
  const says = signed({ ...message, fields: request.fields }, { saysAlgorithm: true });
  assert.equal(
    kindOf(says, { findKey: () => ({ algorithm: 'hmac-sm3', key: httpSecretKey(randomBytes(32)) }) }),
    'algorithm-mismatch',
  );
});

test('signature fields that do not fit each other are refused', () => {
  const swap = (name: string, value: string): HttpRequest => ({
    ...message,
    fields: message.fields.map(([n, v]): [string, string] => (n === name ? [n, value] : [n, v])),
  });
  for (const [name, value] of [
    ['Signature', 'sig2=:AA==:'],
    ['Signature', 'sig1=AA'],
    ['Signature', 'sig1=:AA==:, sig2=:AA==:'],
    ['Signature-Input', 'sig1=1'],
    ['Signature-Input', 'sig1=("@method");created="1"'],
    ['Signature-Input', 'sig1=("@method";created=1'],
  ] as const)
    assert.equal(kindOf(swap(name, value)), 'malformed-signature', value);
  assert.equal(kindOf({ ...message, fields: request.fields }), 'no-signature');
  const [input] = must(signHttpMessage(message, signing)).signatureInput.split('\n');
  const twice = swap('Signature-Input', String(input).replace('("@method"', '("@method" "@method"'));
  assert.equal(kindOf(twice), 'component-unavailable');
});

test('components that cannot be had, or whose parameters do not fit, cannot be signed', () => {
  for (const component of [
    '@unknown',
    '@status',
    '@signature-params',
    'no-such-field',
    'Content-Type',
    '"content-type";sf',
    '"content-digest";key="sha-512"',
    '"content-digest";bs;sf',
    '"content-type";new',
    '"content-type";req',
    '"@method";key="x"',
    '"@query-param";name="zz"',
    '@query-param',
    '"content-type";tr',
    'a"b',
  ])
    assert.equal(signHttpMessage(message, { ...signing, components: [component] }).ok, false, component);
});

test('a query parameter met twice is not signed, since readers differ on which counts', () => {
  const doubled = { ...message, url: 'https://share.example/?a=1&a=2&b=%E6%94%BF%20x' };
  assert.equal(signHttpMessage(doubled, { ...signing, components: ['"@query-param";name="a"'] }).ok, false);
  assert.ok(signHttpMessage(doubled, { ...signing, components: ['"@query-param";name="b"'] }).ok);
});

test('a response is bound to the request it answers', () => {
  const response: HttpResponse = {
    status: 200,
    fields: [['Content-Digest', contentDigest(body, 'sha-512')]],
    request: message,
  };
  const bound = ['@status', 'content-digest', '"@method";req', '"@path";req', '"content-digest";req'];
  const { signatureInput, signature } = must(signHttpMessage(response, { ...signing, components: bound }));
  const fields = [...response.fields, ['Signature-Input', signatureInput], ['Signature', signature]] as const;
  assert.equal(kindOf({ ...response, fields }, { required: ['"@path";req'] }), 'verified');
  const other = { ...message, url: 'https://share.example/other' };
  assert.equal(kindOf({ ...response, fields, request: other }, { required: [] }), 'wrong-signature');
  assert.equal(kindOf({ status: 200, fields }, { required: [] }), 'component-unavailable');
});

test('a content digest holds for its body alone and only with a digest that is known', () => {
  assert.ok(verifyContentDigest(contentDigest(body), body));
  assert.equal(verifyContentDigest(contentDigest(body), new Uint8Array(3)), false);
  assert.equal(verifyContentDigest('md5=:AAAA:', body), false);
  assert.equal(verifyContentDigest('', body), false);
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import { findHex, toHex } from './bytes.ts';
import { hmacSm3, sm3, verifyHmacSm3 } from './digest.ts';
import { envelopeKey, openEnvelope, readEnvelopeHeader, sealEnvelope } from './envelope.ts';
import { softwareProvider } from './provider/software.ts';
import { sectorPseudonym } from './pseudonym.ts';
import { generateSm2KeyPair } from './sm2/keys.ts';
import { checkProvider } from './test/provider-contract.ts';

const secret = randomBytes(32);
const key = envelopeKey('resident-2026', secret);
const text = '990100199001011234';

test('an envelope opens with its key and context and says its suite and key name', () => {
  const sealed = sealEnvelope(key, text, 'people.number');
  assert.equal(Buffer.from(must(openEnvelope([key], sealed, 'people.number'))).toString(), text);
  assert.deepEqual(must(readEnvelopeHeader(sealed)), { suite: 1, name: 'resident-2026' });
  assert.notEqual(toHex(sealed), toHex(sealEnvelope(key, text, 'people.number')));
});

test('an envelope changed, cut or moved to another place does not open', () => {
  const sealed = sealEnvelope(key, text, 'people.number');
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.map((byte, i) => (i === at ? byte ^ 1 : byte));
    assert.equal(openEnvelope([key], changed, 'people.number').ok, false, String(at));
    assert.equal(openEnvelope([key], sealed.subarray(0, at), 'people.number').ok, false);
  }
  assert.deepEqual(openEnvelope([key], sealed, 'people.phone'), { ok: false, refusal: { kind: 'not-authentic' } });
  assert.deepEqual(openEnvelope([envelopeKey('resident-2026', randomBytes(32))], sealed, 'people.number'), {
    ok: false,
    refusal: { kind: 'not-authentic' },
  });
});

test('keys rotate: old envelopes open beside new ones, and an unknown key is named', () => {
  const next = envelopeKey('resident-2027', randomBytes(32), 2);
  const [old, fresh] = [sealEnvelope(key, text), sealEnvelope(next, text)];
  for (const sealed of [old, fresh]) assert.ok(openEnvelope([next, key], sealed).ok);
  assert.deepEqual(openEnvelope([next], old), { ok: false, refusal: { kind: 'unknown-key', name: 'resident-2026' } });
});

test('a key of another suite under the same name opens nothing', () => {
  const other = envelopeKey('resident-2026', secret, 2);
  assert.equal(openEnvelope([other], sealEnvelope(key, text)).ok, false);
  assert.throws(() => envelopeKey('resident-2026', new Uint8Array(16), 2), /at least 32/);
});

test('a pseudonym differs by sector, kind and key, and no part can slide into the next', () => {
  const input = { sector: '医保', kind: 'resident', identifier: text };
  const base = sectorPseudonym(secret, input);
  assert.match(base, /^[0-9a-f]{64}$/);
  const others = [
    sectorPseudonym(secret, { ...input, sector: '公安' }),
    sectorPseudonym(secret, { ...input, kind: 'passport' }),
    sectorPseudonym(secret, { sector: '医保r', kind: 'esident', identifier: text }),
    sectorPseudonym(randomBytes(32), input),
  ];
  assert.equal(new Set([base, ...others]).size, 5);
  assert.equal(sectorPseudonym(secret, { ...input }), base);
});

test('SM3 and HMAC-SM3 give their published values', () => {
  assert.equal(toHex(sm3('abc')), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  const mac = hmacSm3(findHex('1e225cafb90339bba1b24076d4206c3e79c355805d851682bc818baa4f5a7779')!, '');
  assert.equal(toHex(mac), 'f9938b1b2515117f25dcd636c9a6a0e7f00bccaf5347e0e0df435cfca736cfc1');
  assert.ok(verifyHmacSm3(secret, text, hmacSm3(secret, text).subarray(0, 16), 16));
  assert.equal(verifyHmacSm3(secret, text, hmacSm3(secret, text).subarray(0, 16)), false);
});

test('the software provider keeps the contract that a certified module must keep', async () => {
  const { privateKey } = generateSm2KeyPair();
  await checkProvider(softwareProvider({ sm2: { seal: privateKey }, secrets: { rows: secret } }), {
    sm2: 'seal',
    secret: 'rows',
  });
});

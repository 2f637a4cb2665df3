import assert from 'node:assert/strict';
import { must } from '@zhengtong/kernel';
import { toHex } from '../bytes.ts';
import type { CryptoProvider } from '../provider/provider.ts';
import { sm2Encrypt } from '../sm2/encrypt.ts';
import { importSm2PublicKey } from '../sm2/keys.ts';
import { sm2Verify } from '../sm2/sign.ts';

/** What every provider must do, an adapter to a certified module too: run it in the adapter's own tests. */
export async function checkProvider(provider: CryptoProvider, names: { sm2: string; secret: string }): Promise<void> {
  const message = new TextEncoder().encode('政通');
  const other = new TextEncoder().encode('政通。');
  assert.equal((await provider.random(16)).length, 16);
  assert.notEqual(toHex(await provider.random(16)), toHex(await provider.random(16)));
  const abc = await provider.sm3(new TextEncoder().encode('abc'));
  assert.equal(toHex(abc), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  assert.equal(must(await provider.hmacSm3(names.secret, message)).length, 32);

  const spki = must(await provider.sm2PublicKey(names.sm2));
  const key = must(importSm2PublicKey(spki));
  const signature = must(await provider.sm2Sign(names.sm2, message));
  // The module must speak the standard, not only understand itself.
  assert.ok(sm2Verify(key, message, signature) && (await provider.sm2Verify(spki, message, signature)));
  assert.equal(await provider.sm2Verify(spki, other, signature), false);
  assert.equal(await provider.sm2Verify(spki, message, signature, { id: 'other' }), false);
  assert.equal(toHex(must(await provider.sm2Decrypt(names.sm2, sm2Encrypt(key, message)))), toHex(message));

  const sealed = must(await provider.seal(names.secret, message, other));
  assert.equal(toHex(must(await provider.open(sealed, other))), toHex(message));
  assert.equal((await provider.open(sealed, message)).ok, false);
  for (const answer of [
    await provider.hmacSm3('nobody', message),
    await provider.sm2Sign('nobody', message),
    await provider.sm2PublicKey('nobody'),
    await provider.seal('nobody', message, message),
  ])
    assert.deepEqual(answer, { ok: false, refusal: { kind: 'unknown-key', name: 'nobody' } });
}

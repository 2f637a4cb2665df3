import { type KeyObject, randomBytes } from 'node:crypto';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Bytes } from '../bytes.ts';
import { hmacSm3, sm3 } from '../digest.ts';
import { envelopeKey, openEnvelope, sealEnvelope } from '../envelope.ts';
import { sm2Decrypt } from '../sm2/encrypt.ts';
import { exportSm2PublicDer, importSm2PublicKey, sm2PublicKeyOf } from '../sm2/keys.ts';
import { sm2Sign, sm2Verify } from '../sm2/sign.ts';
import type { CryptoProvider, ProviderRefusal } from './provider.ts';

export type SoftwareKeys = {
  /** SM2 private keys by name. */
  readonly sm2?: Readonly<Record<string, KeyObject>>;
  /** Secrets of at least 32 bytes by name, for HMAC and envelopes. */
  readonly secrets?: Readonly<Record<string, Bytes>>;
};

function find<T>(keys: Readonly<Record<string, T>> | undefined, name: string): Result<T, ProviderRefusal> {
  const key = keys && Object.hasOwn(keys, name) ? keys[name] : undefined;
  return key === undefined ? refuse({ kind: 'unknown-key', name }) : ok(key);
}

/** The provider of this package: OpenSSL inside Node, keys in this process's memory. It has no certificate. */
export function softwareProvider(keys: SoftwareKeys): CryptoProvider {
  const secrets = Object.entries(keys.secrets ?? {});
  if (secrets.some(([, secret]) => secret.length < 32)) throw new RangeError('a secret has at least 32 bytes');
  const envelopeKeys = secrets.map(([name, secret]) => envelopeKey(name, secret));
  return {
    name: 'software',
    certificateNumber: undefined,
    random: async (length) => randomBytes(length),
    sm3: async (input) => sm3(input),
    hmacSm3: async (keyName, input) => {
      const secret = find(keys.secrets, keyName);
      return secret.ok ? ok(hmacSm3(secret.value, input)) : secret;
    },
    sm2PublicKey: async (keyName) => {
      const key = find(keys.sm2, keyName);
      return key.ok ? ok(exportSm2PublicDer(sm2PublicKeyOf(key.value))) : key;
    },
    sm2Sign: async (keyName, message, options) => {
      const key = find(keys.sm2, keyName);
      return key.ok ? ok(sm2Sign(key.value, message, options)) : key;
    },
    sm2Verify: async (publicKeyDer, message, signature, options) => {
      const key = importSm2PublicKey(publicKeyDer);
      return key.ok && sm2Verify(key.value, message, signature, options);
    },
    sm2Decrypt: async (keyName, ciphertext, form) => {
      const key = find(keys.sm2, keyName);
      return key.ok ? sm2Decrypt(key.value, ciphertext, form) : key;
    },
    seal: async (keyName, message, context) => {
      const key = envelopeKeys.find((one) => one.name === keyName);
      return key ? ok(sealEnvelope(key, message, context)) : refuse({ kind: 'unknown-key', name: keyName });
    },
    open: async (sealed, context) => openEnvelope(envelopeKeys, sealed, context),
  };
}

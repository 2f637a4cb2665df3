// The door through which cryptographic modules enter. Software under this door is for development, for sites below 密评, and
// for verifying; in an official assessment (GB/T 39786) only modules with a certificate (GM/T 0028) count. An adapter to an
// HSM (GM/T 0018 SDF) or a cloud key service gives these functions and nothing else changes.
import type { Result } from '@zhengtong/kernel';
import type { Bytes } from '../bytes.ts';
import type { EnvelopeRefusal } from '../envelope.ts';
import type { Sm2CipherForm, Sm2DecryptRefusal } from '../sm2/encrypt.ts';
import type { Sm2SignOptions } from '../sm2/sign.ts';

export type ProviderRefusal = { readonly kind: 'unknown-key'; readonly name: string };

/**
 * Keys are named and never leave the module. All functions are promises, since a module may sit across a network; a module
 * that does not answer is an outage and throws.
 */
export type CryptoProvider = {
  readonly name: string;
  /** Number of the product's certificate (商用密码产品认证证书); undefined for software such as this package. */
  readonly certificateNumber: string | undefined;
  random(length: number): Promise<Uint8Array>;
  sm3(input: Bytes): Promise<Uint8Array>;
  hmacSm3(keyName: string, input: Bytes): Promise<Result<Uint8Array, ProviderRefusal>>;
  /** SubjectPublicKeyInfo in DER. */
  sm2PublicKey(keyName: string): Promise<Result<Uint8Array, ProviderRefusal>>;
  sm2Sign(keyName: string, message: Bytes, options?: Sm2SignOptions): Promise<Result<Uint8Array, ProviderRefusal>>;
  sm2Verify(publicKeyDer: Bytes, message: Bytes, signature: Bytes, options?: Sm2SignOptions): Promise<boolean>;
  sm2Decrypt(
    keyName: string,
    ciphertext: Bytes,
    form?: Sm2CipherForm,
  ): Promise<Result<Uint8Array, ProviderRefusal | Sm2DecryptRefusal>>;
  /** The default envelope; the key's name is written into it. */
  seal(keyName: string, message: Bytes, context: Bytes): Promise<Result<Uint8Array, ProviderRefusal>>;
  open(sealed: Bytes, context: Bytes): Promise<Result<Uint8Array, EnvelopeRefusal>>;
};

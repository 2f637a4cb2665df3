// The same tools without Node: what a page, or any other runtime, passes to the core.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import type { CheckSignature } from '../open-note.ts';
import type { InspectParts } from '../receipt/inspect-receipt.ts';
import { type TreeHash, treeHash } from '../tree-hash.ts';
import { isSm2Signature } from './sm2-verify.ts';
import { hmacSm3, sm3 } from './sm3.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);
export const sha256Tree: TreeHash = treeHash(sha256);
export { hmacSm3, isSm2Signature, sm3 };

/** Ed25519 (strict RFC 8032, as OpenSSL) and SM2; ML-DSA-44 is left out to keep the page small and never holds here. */
export const checkSignature: CheckSignature = (algorithm, publicKey, message, signature) => {
  try {
    if (algorithm === 'ed25519') return ed25519.verify(signature, message, publicKey, { zip215: false });
    return algorithm === 'sm2' && isSm2Signature(publicKey, message, signature);
  } catch {
    return false;
  }
};

export const browserParts: InspectParts = { tree: sha256Tree, check: checkSignature, commit: hmacSm3 };

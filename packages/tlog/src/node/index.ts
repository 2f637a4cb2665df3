import { hmacSm3 } from '@zhengtong/crypto';
import type { InspectParts } from '../receipt/inspect-receipt.ts';
import { checkSignature } from './check-signature.ts';
import { sha256Tree } from './native-hash.ts';

export { checkSignature } from './check-signature.ts';
export { folderStore, type OnStep } from './folder-store.ts';
export { holdAlone } from './hold-alone.ts';
export { KeyFileError, newKeyFile, readSigner, signerOfKeyFile } from './key-file.ts';
export { logSource } from './log-source.ts';
export { sha256, sha256Tree } from './native-hash.ts';
export { serveWitness } from './serve-witness.ts';
export { ed25519Signer, sm2Signer } from './signers.ts';

/** What `inspectReceipt` needs, by Node's crypto. */
export const nodeParts: InspectParts = { tree: sha256Tree, check: checkSignature, commit: hmacSm3 };
export { sayPolicyRefusal, sayTrustRefusal } from './say-refusal.ts';

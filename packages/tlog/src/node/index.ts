export { checkSignature } from './check-signature.ts';
export { folderStore, type OnStep } from './folder-store.ts';
export { sha256, sha256Tree } from './native-hash.ts';
export { ed25519Signer, sm2Signer } from './signers.ts';

export {
  type Bytes,
  concatBytes,
  findBase64url,
  findHex,
  fromNumber,
  sameBytes,
  toBase64url,
  toBytes,
  toHex,
  toNumber,
} from './bytes.ts';
export * from './der/index.ts';
export { hmacSha256, hmacSm3, sha256, sha512, sm3, sm3Parts, verifyHmacSm3 } from './digest.ts';
export {
  type Ed25519KeyRefusal,
  ed25519Sign,
  ed25519Verify,
  exportEd25519Public,
  exportEd25519Seed,
  generateEd25519KeyPair,
  importEd25519Public,
  importEd25519Seed,
} from './ed25519.ts';
export {
  exportSm2Point,
  exportSm2PrivateDer,
  exportSm2PrivatePem,
  exportSm2PublicDer,
  exportSm2PublicPem,
  generateSm2KeyPair,
  importSm2Point,
  importSm2PrivateKey,
  importSm2PublicKey,
  importSm2Secret,
  type Sm2KeyPair,
  type Sm2KeyRefusal,
  sameSm2Key,
  sm2PublicKeyOf,
} from './sm2/keys.ts';
export {
  type Sm2SignatureForm,
  type Sm2SignOptions,
  sm2DefaultId,
  sm2Sign,
  sm2SignatureToDer,
  sm2SignatureToRaw,
  sm2Verify,
  sm2Za,
} from './sm2/sign.ts';

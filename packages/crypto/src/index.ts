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
export { buildCertificate, type CertificateRequest, type NameParts, writeName } from './certificate/build.ts';
export { attributeNames, extensionOids, signatureOids } from './certificate/oids.ts';
export {
  type Certificate,
  type CertificateExtension,
  type DistinguishedName,
  type KeyUsage,
  nameValues,
  parseCertificate,
  parseCertificatesPem,
} from './certificate/parse.ts';
export { type ChainCheck, type ChainRefusal, isSignedBy, verifyChain } from './certificate/verify.ts';
export * from './der/index.ts';
export { hmacSha256, hmacSm3, sha256, sha512, sm3, sm3Parts, verifyHmacSm3 } from './digest.ts';
export {
  type EnvelopeKey,
  type EnvelopeRefusal,
  type EnvelopeSuite,
  envelopeKey,
  envelopeSuites,
  openEnvelope,
  readEnvelopeHeader,
  sealEnvelope,
} from './envelope.ts';
export {
  codeAlphabets,
  createFf1,
  createTextFf1,
  type Ff1,
  type Ff1Cipher,
  type Ff1Refusal,
  type TextFf1,
} from './ff1.ts';
export { type HttpAlgorithm, httpSecretKey } from './http/algorithms.ts';
export type { Fields, FieldType, FieldTypes, HttpMessage, HttpRequest, HttpResponse } from './http/components.ts';
export { contentDigest, verifyContentDigest } from './http/content-digest.ts';
export { type BaseRefusal, signatureBase } from './http/covered-text.ts';
export { type FieldRefusal, parseDictionaryField, parseItemField, parseListField } from './http/parse-fields.ts';
export {
  type MessageSignature,
  type MessageSigning,
  type SigningRefusal,
  signHttpMessage,
} from './http/sign-message.ts';
export {
  type BareItem,
  type Dictionary,
  type InnerList,
  type Item,
  isInnerList,
  type List,
  type Member,
  NotSerializable,
  noParams,
  type Parameters,
  writeDictionary,
  writeInnerList,
  writeItem,
  writeList,
} from './http/structured-fields.ts';
export {
  type MessageVerification,
  type VerificationKey,
  type VerificationRefusal,
  type VerifiedSignature,
  verifyHttpMessage,
} from './http/verify-message.ts';
export { importJwk, importJwks, isRocaModulus, type JwsAlgorithm, type VerificationJwk } from './jose/jwk.ts';
export { type JwsHeader, type JwsRefusal, type VerifiedJws, verifyJws } from './jose/jws.ts';
export { type CanonicalRefusal, canonicalizeJsonText, canonicalJson, type JsonValue } from './json/canonical.ts';
export { parseStrictJson, type StrictJsonRefusal } from './json/parse.ts';
export { writePem } from './pem.ts';
export type { CryptoProvider, ProviderRefusal } from './provider/provider.ts';
export { type SoftwareKeys, softwareProvider } from './provider/software.ts';
export { type PseudonymInput, sectorPseudonym } from './pseudonym.ts';
export {
  type EcdsaForm,
  type EcdsaName,
  ecdsaSign,
  ecdsaToDer,
  ecdsaToRaw,
  ecdsaVerify,
  es256Sign,
  es256Verify,
  generateEcdsaKeyPair,
} from './signatures/ecdsa.ts';
export {
  type Ed25519KeyRefusal,
  ed25519Sign,
  ed25519Verify,
  exportEd25519Public,
  exportEd25519Seed,
  generateEd25519KeyPair,
  importEd25519Public,
  importEd25519Seed,
} from './signatures/ed25519.ts';
export {
  exportMlDsaPublic,
  generateMlDsaKeyPair,
  hasMlDsa,
  importMlDsaPublic,
  importMlDsaSeed,
  type MlDsaKeyRefusal,
  type MlDsaName,
  mlDsaSign,
  mlDsaVerify,
} from './signatures/ml-dsa.ts';
export { type Sm2CipherForm, type Sm2DecryptRefusal, sm2Decrypt, sm2Encrypt, sm2Kdf } from './sm2/encrypt.ts';
export { type Sm2Exchange, type Sm2Session, sm2ExchangeKeys } from './sm2/exchange.ts';
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
export { sm4CcmOpen, sm4CcmSeal } from './sm4/ccm.ts';
export { type AeadOptions, type AeadRefusal, sm4GcmOpen, sm4GcmSeal } from './sm4/gcm.ts';
export {
  type Sm4Padding,
  type Sm4Refusal,
  sm4CbcDecrypt,
  sm4CbcEncrypt,
  sm4Ctr,
  sm4EcbDecrypt,
  sm4EcbEncrypt,
} from './sm4/modes.ts';

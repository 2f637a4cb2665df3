import type { KeyObject } from 'node:crypto';
import {
  type Bytes,
  type Certificate,
  type ChainRefusal,
  nameValues,
  parseCertificate,
  sameBytes,
  sm2SignatureToDer,
  sm2Verify,
  sm3,
  verifyChain,
} from '@zhengtong/crypto';
import { type Check, check } from './report.ts';
import { type Seal, type SealSignature, sm2WithSm3 } from './ses.ts';

export type Trust = {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
  /** Now, milliseconds since 1970: a seal from the future is refused. */
  readonly at: number;
};

const find = (bytes: Bytes): Certificate | undefined => {
  const parsed = parseCertificate(bytes);
  return parsed.ok ? parsed.value : undefined;
};

export const commonName = (bytes: Bytes): string | undefined => {
  const certificate = find(bytes);
  return certificate && (nameValues(certificate.subject, 'CN')[0] ?? nameValues(certificate.subject, 'O')[0]);
};

/**
 * The checks of GB/T 38540-2020, 7.3 over one signature, in their order: the seal's own signature, its maker, its
 * validity when used, whether the signer may use it, the signature, and the digest of what was signed.
 */
export function checkSealSignature(signed: SealSignature, signatureXml: Bytes, trust: Trust): Check[] {
  const { seal, sealedAt } = signed;
  const checks: Check[] = [checkSealItself(seal)];
  checks.push(checkChain('maker-chain', seal.makerCertificate, sealedAt, trust, '制章者', 'seal maker'));
  checks.push(checkValidity(seal, sealedAt, trust.at));
  checks.push(
    check(
      'signer-in-seal',
      mayUse(seal, signed.signerCertificate),
      '签章者证书在印章的可用名单之内',
      'the signer may use this seal',
    ),
  );
  checks.push(checkChain('signer-chain', signed.signerCertificate, sealedAt, trust, '签章者', 'signer'));
  const key = find(signed.signerCertificate)?.publicKey;
  const isSm2 = signed.algorithm === sm2WithSm3;
  const isSigned = isSm2 && key !== undefined && isSignature(key, signed.signed, signed.signature);
  checks.push(
    isSm2
      ? check('signature', isSigned, '签章者对签章信息的签名（SM2）', 'the signature over the signed part (SM2)')
      : check(
          'signature',
          'failed',
          `不认识的签名算法 ${signed.algorithm}`,
          `unknown signature algorithm ${signed.algorithm}`,
        ),
  );
  const isSame = sameBytes(signed.dataHash, sm3(signatureXml));
  checks.push(
    check('data-hash', isSame, '签名描述文件的杂凑值（SM3）', 'the digest of the signature description (SM3)'),
  );
  return checks;
}

/** Older makers store r ‖ s instead of DER (GM/T 0009 wants DER); the same two numbers either way. */
function isSignature(key: KeyObject, message: Bytes, signature: Bytes): boolean {
  const inDer = signature.length === 64 ? sm2SignatureToDer(signature) : signature;
  return inDer !== undefined && sm2Verify(key, message, inDer);
}

function checkSealItself(seal: Seal): Check {
  const zh = '印章由其制章者签名，内容未改动';
  const en = 'the seal carries its maker’s signature and is unchanged';
  if (seal.algorithm !== sm2WithSm3) {
    return check(
      'seal-signature',
      'failed',
      `印章的签名算法不认识：${seal.algorithm}`,
      `unknown seal algorithm ${seal.algorithm}`,
    );
  }
  const key = find(seal.makerCertificate)?.publicKey;
  return check('seal-signature', key !== undefined && isSignature(key, seal.signed, seal.signature), zh, en);
}

function checkValidity(seal: Seal, sealedAt: number | undefined, now: number): Check {
  if (sealedAt === undefined) {
    return check(
      'seal-validity',
      'unknown',
      '签章时间在时间戳中，未解析',
      'the time is in a time stamp, which is not read',
    );
  }
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const span = `${day(seal.validFrom)}–${day(seal.validTo)}`;
  // Clocks of two machines may differ by minutes.
  if (sealedAt > now + 300_000) return check('seal-validity', 'failed', '签章时间在将来', 'sealed in the future');
  const isValid = sealedAt >= seal.validFrom && sealedAt <= seal.validTo;
  return check('seal-validity', isValid, `签章时印章在有效期内（${span}）`, `the seal was valid when used (${span})`);
}

const sm3Names = /^(1\.2\.156\.10197\.1\.401|sm3)$/i;

function mayUse(seal: Seal, certificate: Bytes): boolean {
  if (seal.users.kind === 'certificates') return seal.users.list.some((one) => sameBytes(one, certificate));
  const digest = sm3(certificate);
  return seal.users.list.some(({ type, value }) => sm3Names.test(type) && sameBytes(value, digest));
}

const reasons: Record<ChainRefusal['kind'], [zh: string, en: string]> = {
  'no-trusted-issuer': ['没有找到受信任的颁发者', 'no trusted issuer was found'],
  'not-valid-then': ['证书当时不在有效期内', 'a certificate was not valid then'],
  'not-a-ca': ['颁发者不是证书颁发机构', 'an issuer is no certification authority'],
  'path-too-long': ['证书链过长', 'the chain is too long'],
  'unknown-critical-extension': ['证书含有不认识的关键扩展', 'a certificate has an unknown critical extension'],
  'wrong-use': ['证书的用途不含签名', 'the certificate is not for signing'],
};

function checkChain(
  step: 'maker-chain' | 'signer-chain',
  bytes: Bytes,
  sealedAt: number | undefined,
  trust: Trust,
  zh: string,
  en: string,
): Check {
  const leaf = find(bytes);
  if (!leaf) return check(step, 'failed', `${zh}的证书无法解析`, `the ${en}’s certificate cannot be read`);
  const at = sealedAt ?? trust.at;
  // Without anchors there is nobody to ask; validity is then all that can be said.
  const anchors = trust.anchors.length > 0 ? trust.anchors : [leaf];
  const chain = verifyChain(leaf, { anchors, intermediates: trust.intermediates, at, use: 'digitalSignature' });
  if (!chain.ok) {
    const [zhReason, enReason] = reasons[chain.refusal.kind];
    return check(step, 'failed', `${zh}的证书：${zhReason}`, `the ${en}’s certificate: ${enReason}`);
  }
  if (trust.anchors.length > 0) {
    return check(step, 'passed', `${zh}的证书链至受信任的根`, `the ${en}’s certificate leads to a trusted root`);
  }
  return check(
    step,
    'unknown',
    `${zh}的证书在有效期内；未给出受信任的根，不知是谁`,
    `the ${en}’s certificate was valid; no trusted roots were given, so who it is remains unknown`,
  );
}

import { importJwks, type JsonValue, type JwsAlgorithm, verifyJws } from '../index.ts';
import type { Verdict } from './tally.ts';
import { type Group, outOfScope, type Vector, type VectorFile } from './wycheproof-file.ts';

const allowed: JwsAlgorithm[] = [
  ...(['256', '384', '512'] as const).flatMap((n): JwsAlgorithm[] => [`HS${n}`, `RS${n}`, `PS${n}`, `ES${n}`]),
  'EdDSA',
  'Ed25519',
];

const headerOf = (jws: string): { alg?: unknown } =>
  JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString() || '{}');

/** Why a label of the file cannot be followed, where it cannot; each reason is computed from the vector itself. */
function findDispute(group: Group, vector: Vector, key: JsonValue): string | undefined {
  const { jws, result } = vector;
  const isTwin = group.tests.some((other) => other.jws === jws && other.result !== result);
  if (isTwin && result === 'invalid') return '与同组判为有效者逐字节相同 · byte for byte another vector labelled valid';
  const isStray = typeof jws === 'string' && /[^A-Za-z0-9_.-]/.test(jws) && !jws.startsWith('{');
  if (isStray && result === 'valid')
    return '含非 base64url 字符而标为有效 · labelled valid with characters outside base64url';
  const { alg } = key as { alg?: unknown };
  const isOther = typeof jws === 'string' && alg !== undefined && result === 'valid' && alg !== headerOf(jws).alg;
  if (isOther) return '标为有效而密钥写明另一算法 · labelled valid though the key says another algorithm';
  return undefined;
}

export function judgeJose(_file: VectorFile, group: Group, vector: Vector): Verdict {
  if (vector.jwe !== undefined || group.type === 'JsonWebEncryption')
    return outOfScope('JWE: 本包不做 JSON 加密 · no JSON encryption in this package');
  const key = (group.public ?? group.private) as JsonValue;
  const dispute = findDispute(group, vector, key);
  if (dispute) return outOfScope(dispute);
  const keys = importJwks(key);
  if (!keys) return 'reject';
  const compact = typeof vector.jws === 'string' ? vector.jws : JSON.stringify(vector.jws);
  return verifyJws(compact, keys, allowed).ok ? 'accept' : 'reject';
}

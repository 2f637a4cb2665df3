import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findText } from '../bytes.ts';
import { type Policy, readPolicy } from '../policy.ts';
import type { Hash } from '../tree-hash.ts';
import { type NoteKey, readVkey } from '../vkey.ts';

/** Who may issue certificates, under the name people know. */
export type Issuer = { key: NoteKey; zh: string; en: string };

/** All that a verifier knows, as of `madeAt`: logs, witnesses and quorum, issuers, and the newest checkpoint it saw. */
export type Trust = { madeAt: number; policy: Policy; issuers: readonly Issuer[]; checkpoint?: string };
export type TrustRefusal = { kind: 'trust-malformed'; field: string };

/**
 * Reads a trust file, JSON: `{format: "zhengtong/trust@v1", madeAt: "2026-11-23T00:00:00Z", policy: "log …",
 * issuers: [{vkey, zh, en}], checkpoint?: "…"}`. `policy` is a C2SP tlog-policy, `checkpoint` a cosigned note.
 */
export function readTrust(sha256: Hash, file: string | Uint8Array): Result<Trust, TrustRefusal> {
  const malformed = (field: string) => refuse({ kind: 'trust-malformed', field });
  let value: unknown;
  try {
    value = JSON.parse((typeof file === 'string' ? file : findText(file)) ?? '');
  } catch {
    return malformed('');
  }
  const all = (value ?? {}) as Record<string, unknown>;
  if (all.format !== 'zhengtong/trust@v1') return malformed('format');
  const madeAt = typeof all.madeAt === 'string' ? Date.parse(all.madeAt) : Number.NaN;
  if (!Number.isFinite(madeAt)) return malformed('madeAt');
  const policy = readPolicy(sha256, typeof all.policy === 'string' ? all.policy : '');
  if (!policy.ok) return malformed(`policy:${policy.refusal.line} ${policy.refusal.reason}`);
  const issuers: Issuer[] = [];
  for (const one of Array.isArray(all.issuers) ? (all.issuers as Record<string, unknown>[]) : []) {
    const key = readVkey(sha256, String(one?.vkey));
    if (!key.ok || key.value.use !== 'note') return malformed('issuers');
    issuers.push({ key: key.value, zh: String(one.zh ?? ''), en: String(one.en ?? '') });
  }
  const checkpoint = all.checkpoint;
  if (checkpoint !== undefined && typeof checkpoint !== 'string') return malformed('checkpoint');
  return ok({ madeAt, policy: policy.value, issuers, ...(checkpoint === undefined ? {} : { checkpoint }) });
}

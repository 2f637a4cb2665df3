/** One thing looked at. `unknown` is honest: it could not be decided here, and why is said. */
export type Check = {
  readonly step:
    | 'structure'
    | 'seal-signature'
    | 'maker-chain'
    | 'seal-validity'
    | 'signer-in-seal'
    | 'signer-chain'
    | 'signature'
    | 'data-hash'
    | 'reference'
    | 'coverage';
  readonly verdict: 'passed' | 'failed' | 'unknown';
  /** The file in question, where it is about one. */
  readonly file?: string;
  readonly zh: string;
  readonly en: string;
};

export type SealReport = {
  /** Path of Signature.xml. */
  readonly file: string;
  readonly sealName: string | undefined;
  readonly signer: string | undefined;
  /** Milliseconds since 1970, by the sealer's clock. */
  readonly sealedAt: number | undefined;
  readonly standard: 'GB/T 38540-2020' | 'GM/T 0031-2014' | undefined;
  readonly checks: readonly Check[];
};

/**
 * `valid`: everything passed and the chains end at certificates trusted here. `intact`: nothing failed, but who sealed
 * could not be anchored. `unknown`: there is a kind of signature this program cannot verify. `broken`: at least one check failed. `unsigned`: there is no seal.
 */
export type VerifyReport = {
  readonly verdict: 'valid' | 'intact' | 'unknown' | 'broken' | 'unsigned';
  readonly seals: readonly SealReport[];
  readonly failures: readonly Check[];
  /** What no check here covers. */
  readonly notChecked: readonly { readonly zh: string; readonly en: string }[];
};

export const check = (
  step: Check['step'],
  verdict: Check['verdict'] | boolean,
  zh: string,
  en: string,
  file?: string,
): Check => ({
  step,
  verdict: typeof verdict === 'boolean' ? (verdict ? 'passed' : 'failed') : verdict,
  zh,
  en,
  ...(file === undefined ? {} : { file }),
});

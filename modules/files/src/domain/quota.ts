/** How much one person may send: `waiting` lies with no case yet, `day` came within 24 hours. */
export type Quota = { readonly waiting: Allowance; readonly day: Allowance };
export type Allowance = { readonly files: number; readonly bytes: number };

export type QuotaRefusal = {
  readonly kind: 'quota-reached';
  readonly limit: keyof Quota;
  readonly mostFiles: number;
  readonly mostBytes: number;
};

/** What there is already, by the same two measures. */
export type Sent = Quota;

/** Why one more file of `bytes` cannot be taken; undefined where it can. Before it has come its size is not known: 0. */
export function whyOver(quota: Quota, sent: Sent, bytes: number): QuotaRefusal | undefined {
  for (const limit of ['waiting', 'day'] as const) {
    const [most, there] = [quota[limit], sent[limit]];
    if (there.files + 1 > most.files || there.bytes + bytes > most.bytes)
      return { kind: 'quota-reached', limit, mostFiles: most.files, mostBytes: most.bytes };
  }
  return undefined;
}

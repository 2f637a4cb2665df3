/** Who asks whether they are a firm's legal representative, as the population register knows them. */
export type Representative = { readonly name: string; readonly residentNumber: string };

/** What the register of firms says; `away` when it does not answer: then nobody is refused, only asked to try later. */
export type FirmAnswer =
  | { readonly kind: 'match'; readonly name: string }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'away' };

/**
 * The register of firms (市场主体登记), asked whether this person is the legal representative of this firm. To others it
 * says nothing of the firm, not even that there is one; to the representative it says the firm's registered name.
 */
export type FirmRegister = {
  /** Firms of the demonstration city, to be tried; none beside a real register. */
  readonly demoFirms?: readonly DemoFirm[];
  represents(creditCode: string, who: Representative): Promise<FirmAnswer>;
};

export type DemoFirm = { readonly creditCode: string; readonly name: string; readonly representative: string };

/** The demonstration city's: it knows a few firms and the names of their representatives, never beside a real database. */
export const demoFirmRegister = (demoFirms: readonly DemoFirm[]): FirmRegister => ({
  demoFirms,
  async represents(creditCode, { name }) {
    const firm = demoFirms.find((one) => one.creditCode === creditCode && one.representative === name);
    return firm ? { kind: 'match', name: firm.name } : { kind: 'no-match' };
  },
});

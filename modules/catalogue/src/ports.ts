import type { Ctx } from '@zhengtong/platform';

/** What the catalogue asks of rooms beside it; the composition root answers. */
export type CataloguePorts = {
  /** Whether a decision could issue this type of certificate: an item that names another would strand its approver. */
  hasCertificateType(ctx: Ctx, at: { readonly divisionCode: string; readonly code: string }): Promise<boolean>;
};

import type { QrModules } from '@zhengtong/ui';
import qrcode from 'qrcode';

/** The dark and light modules of a text; level M survives a folded print. */
export const qrOf = (text: string): QrModules => {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, data: modules.data };
};

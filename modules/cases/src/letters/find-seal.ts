import { join } from 'node:path';
import { openSealFolder } from '@zhengtong/ofd';
import type { LetterSeal } from './letter-form.ts';

/** The seal of an issuer, or none where no folder has it; throws `SealError` where one is there and cannot work. */
export type FindSeal = (issuerCodes: readonly string[]) => LetterSeal | undefined;

/** Seals as folders named by a code of their organisation (`SEALS_AT`); looked at each time, so that a new one counts at once. */
export const sealsAt =
  (place: string): FindSeal =>
  (issuerCodes) => {
    for (const code of issuerCodes) {
      // A code comes out of lists that people imported: it is a name in this folder and nothing else.
      if (!/^[0-9A-Z]{4,40}$/.test(code)) continue;
      const folder = join(place, code);
      const open = openSealFolder(folder);
      if (open) return { folder, diameter: open.diameter, isDemo: open.isDemo };
    }
    return undefined;
  };

export const noSeals: FindSeal = () => undefined;

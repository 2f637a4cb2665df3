import { totpAt } from '@zhengtong/identity';
import { type DemoPhone, demoPhone } from '@zhengtong/messages';
import type { DemoPhones } from '@zhengtong/portal';

/** One-time-code secrets of the demonstration staff, by account; kept in a file only the operator can read. */
export type DemoSecrets = Readonly<Record<string, string>>;

export type DemoCityPhone = DemoPhone & Required<DemoPhones>;

/**
 * The phones of the demonstration city. Beside what was sent to citizens it shows, as an authenticator app would, the
 * present one-time code of each demonstration account. It exists in the demonstration city alone.
 */
export function demoCityPhone(secrets: () => DemoSecrets): DemoCityPhone {
  return {
    ...demoPhone(),
    listCodes: () =>
      Object.entries(secrets()).map(([account, secret]) => ({
        account,
        code: totpAt(secret, new Date().toISOString()),
      })),
  };
}

import { totpAt } from '@zhengtong/identity';
import { type DemoPhone, demoPhone } from '@zhengtong/messages';

/** One-time-code secrets of the demonstration staff, by account; kept in a file only the operator can read. */
export type DemoSecrets = Readonly<Record<string, string>>;

/**
 * The phones of the demonstration city. Beside what was sent to citizens it shows, as an authenticator app would, the
 * present one-time code of each demonstration account. It exists in the demonstration city alone.
 */
export function demoCityPhone(secrets: () => DemoSecrets): DemoPhone {
  const phone = demoPhone();
  const labelOf = (account: string): string => `动态码 ${account}`;
  return {
    send: phone.send,
    // The page shows the last one first: people's phones before the officers' codes.
    listPhones: () => [...Object.keys(secrets()).map(labelOf), ...phone.listPhones()],
    listMessages(which) {
      const account = Object.keys(secrets()).find((one) => labelOf(one) === which);
      const secret = account && secrets()[account];
      if (!secret) return phone.listMessages(which);
      const code = totpAt(secret, new Date().toISOString());
      return [{ id: code, text: `${code}（30 秒内有效，每个只能用一次 · valid for 30 seconds, works once）` }];
    },
  };
}

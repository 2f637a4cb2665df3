import { cutText } from '@zhengtong/kernel';
import { postTo } from '@zhengtong/platform';
import type { FirmRegister } from './firm-register-port.ts';

/**
 * A register of firms behind one POST of JSON `{ creditCode, name, residentNumber }`, the name and number being the
 * asker's, answered by `{ "matches": true, "firmName": "…" }` or `{ "matches": false }`. Whatever else comes back, or
 * nothing, is `away`: nobody comes to represent a firm, and nobody is refused, by an answer we do not know.
 */
export function httpFirmRegister(url: string): FirmRegister {
  const call = postTo(url);
  return {
    async represents(creditCode, who) {
      const answer = await call({ creditCode, name: who.name, residentNumber: who.residentNumber });
      if ('away' in answer || answer.status !== 200) return { kind: 'away' };
      const { matches, firmName } = (answer.body ?? {}) as { matches?: unknown; firmName?: unknown };
      if (matches === false) return { kind: 'no-match' };
      // Marks nobody sees would make one name look like another.
      const name =
        typeof firmName === 'string'
          ? firmName
              .normalize('NFC')
              .replace(/[\p{Cc}\p{Cf}]+/gu, '')
              .trim()
          : '';
      return matches === true && name ? { kind: 'match', name: cutText(name, 120) } : { kind: 'away' };
    },
  };
}

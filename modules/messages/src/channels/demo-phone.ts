import { type Instant, ok, toInstant } from '@zhengtong/kernel';
import type { SmsChannel } from './channel.ts';

/** `at` is when it came: of two codes the later one counts. */
export type PhoneMessage = { readonly id: string; readonly text: string; readonly at: Instant };

export type DemoPhone = SmsChannel & {
  /** What a phone received since the program started, newest first. */
  listMessages(phone: string): readonly PhoneMessage[];
  /** Phones that received something. */
  listPhones(): readonly string[];
};

const mostMessages = 200;
const mostPhones = 1000;

/** Phones of the demo city: messages stay in memory and are shown on a page that says what it is. Never in real use. */
export function demoPhone(now: () => Instant = () => toInstant(Date.now())): DemoPhone {
  const phones = new Map<string, PhoneMessage[]>();
  return {
    async send({ id, phone, text }) {
      const received = phones.get(phone) ?? [];
      if (received.some((message) => message.id === id)) return ok();
      // The phone that heard last stays longest: a stranger who tries a thousand numbers pushes out strangers' first.
      phones.delete(phone);
      phones.set(phone, [{ id, text, at: now() }, ...received].slice(0, mostMessages));
      const [oldest] = phones.keys();
      if (phones.size > mostPhones && oldest !== undefined) phones.delete(oldest);
      return ok();
    },
    listMessages: (phone) => phones.get(phone) ?? [],
    listPhones: () => [...phones.keys()],
  };
}

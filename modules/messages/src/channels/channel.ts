import type { Result } from '@zhengtong/kernel';

/** `refused`: trying again is useless (no such number). `away`: it may work later. `said` is a code, never a sentence. */
export type ChannelRefusal =
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'away'; readonly said: string };

export type SendResult = Result<undefined, ChannelRefusal>;

/** The same `id` may be sent twice, when an answer was lost: the far side must let the second go. */
export type SmsChannel = {
  send(message: { readonly id: string; readonly phone: string; readonly text: string }): Promise<SendResult>;
};

export type MailChannel = {
  send(message: {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<SendResult>;
};

/** What the operator connected. Without a channel letters still lie in the box. */
export type MessagePorts = {
  readonly mail?: MailChannel;
  readonly sms?: SmsChannel;
  /** The portal's address, so that a mail can say where to go: `https://zwfw.example.gov.cn`. */
  readonly siteUrl?: string;
};

import { identityModule } from '@zhengtong/identity';
import type { Module } from '@zhengtong/platform';
import type { MessagePorts } from './channels/channel.ts';

/** Letters always; phone and mail where the operator connected a channel. */
export const messagesModule = (_ports: MessagePorts = {}): Module => ({
  name: 'messages',
  migrations: new URL('../migrations/', import.meta.url),
  requires: [identityModule],
});

export type { ChannelRefusal, MailChannel, MessagePorts, SendResult, SmsChannel } from './channels/channel.ts';
export { type DemoPhone, demoPhone, type PhoneMessage } from './channels/demo-phone.ts';
export { httpSms } from './channels/http-sms.ts';
export { smtpChannel } from './channels/smtp.ts';
export { countUnread, type Letter, listLetters, openLetter } from './letters.ts';
export { type Message, sendMessage } from './send-message.ts';
export type { Content, TemplateName, Text, ValuesOf } from './templates/index.ts';

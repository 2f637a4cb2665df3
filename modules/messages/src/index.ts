import { identityModule } from '@zhengtong/identity';
import type { Module } from '@zhengtong/platform';
import type { MessagePorts } from './channels/channel.ts';
import { eraseOld } from './erase-old.ts';
import { sendAddressCode } from './mail-address.ts';
import { planSendings } from './plan-sendings.ts';
import { messageRoutes } from './routes.ts';
import { sendCode } from './send-code.ts';
import { sendOut } from './send-out.ts';

/** Letters always; phone and mail where the operator connected a channel. */
export const messagesModule = (ports: MessagePorts = {}): Module => ({
  name: 'messages',
  migrations: new URL('../migrations/', import.meta.url),
  requires: [identityModule],
  routes: messageRoutes,
  listeners: [planSendings(ports), sendOut(ports), sendCode(ports), sendAddressCode(ports)],
  recurring: [eraseOld],
});

export type { ChannelRefusal, MailChannel, MessagePorts, SendResult, SmsChannel } from './channels/channel.ts';
export { type DemoPhone, demoPhone, type PhoneMessage } from './channels/demo-phone.ts';
export { httpSms } from './channels/http-sms.ts';
export { smtpChannel } from './channels/smtp.ts';
export { countUnread, type Letter, listLetters, openLetter } from './letters.ts';
export {
  type ConfirmAddressRefusal,
  confirmMailAddress,
  findMailAddress,
  type GiveAddressRefusal,
  giveMailAddress,
  removeMailAddress,
} from './mail-address.ts';
export { type Message, messageParts, sendMessage } from './send-message.ts';
export { listSendings, type Sending, type TryAgainRefusal, trySendingAgain } from './sendings.ts';
export type { Content, TemplateName, Text, ValuesOf } from './templates/index.ts';

import { ok, refuse } from '@zhengtong/kernel';
import nodemailer from 'nodemailer';
import type { MailChannel, SendResult } from './channel.ts';

const timeoutMs = 15_000;

/**
 * Mail through any SMTP server: `smtp://user:password@host:587`, `smtps://…:465`. The message id is made of ours, so
 * that a mail sent twice because an answer was lost is one mail to most boxes (RFC 5322, 3.6.4).
 */
export function smtpChannel(url: string, from: string): MailChannel {
  const { protocol, hostname, username } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = nodemailer.createTransport({
    url,
    // A password never crosses a network in the clear, whatever the server offers.
    requireTLS: protocol === 'smtp:' && username !== '' && !isHere,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What a person wrote is never a file to read or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, text }): Promise<SendResult> {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
        });
        return ok();
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: number; code?: string };
        const said = responseCode ? `smtp ${responseCode}` : (code ?? (error as Error).name);
        // 5yz is the server's last word about this receiver; a failed sign-in (535, 530) is the operator's to mend.
        const isLast = responseCode !== undefined && responseCode >= 500 && ![530, 534, 535].includes(responseCode);
        return refuse({ kind: isLast ? 'refused' : 'away', said });
      }
    },
  };
}

import type { Content } from './templates/index.ts';

/** Who writes; a gateway may put its registered signature before it. */
const sender = '【政通】';

/** Chinese and in one piece: a segment holds 70 characters. No links, so that nobody learns to press one in an SMS. */
export const smsText = ({ zh }: Content): string => `${sender}${zh.short}`;

/** Both languages in one mail; the address only where the operator said which it is. */
export function mailText({ zh, en, path }: Content, siteUrl?: string): { subject: string; text: string } {
  const link = siteUrl ? new URL(path, siteUrl).href : undefined;
  const text = [
    ...zh.lines,
    ...(link ? [`查看：${link}`] : ['请登录政务服务网，在“来信”中查看。']),
    '',
    '—',
    en.title,
    ...en.lines,
    ...(link ? [`Open: ${link}`] : ['Sign in to the portal and look under “Letters”.']),
    '',
    '本邮件由系统发出，请勿回复。 · This mail was sent by a program; please do not answer it.',
  ];
  return { subject: `${sender}${zh.title} · ${en.title}`, text: text.join('\n') };
}

/** A code is asked for by a person who waits for it; staff never ask for one, and the message says so. */
export const codeText = (code: string): string =>
  `${sender}登录验证码 ${code}，10 分钟内有效。工作人员不会向您索要，请勿告诉任何人。Sign-in code ${code}; tell it to nobody.`;

export const addressCodeText = (code: string): { subject: string; text: string } => ({
  subject: `${sender}确认邮箱 · Confirm your address`,
  text: [
    `验证码 ${code}，30 分钟内有效。请回到网页填写，之后通知会同时发到这个邮箱。`,
    '如果不是您本人操作，不用理会，也不会再收到邮件。',
    '',
    `Your code is ${code}, valid for 30 minutes. Enter it on the page; letters will then come to this address too.`,
    'If this was not you, do nothing; no more mail will come.',
  ].join('\n'),
});

const mailZh = {
  title: '邮件通知',
  link: '邮件通知',
  lead: '“来信”里的通知，可以同时发到您的邮箱。',
  away: '本网站目前不发送邮件。所有通知都在“来信”里。',
  none: '还没有填写邮箱。',
  waiting: '验证码正在发送到 {{address}}，30 分钟内有效。收到后请填在下面；填对之前不会发通知。',
  now: '通知会同时发到 {{address}}。',
  address: '邮箱',
  addressHint: '例如 wang@example.com',
  give: '发送验证码',
  other: '换一个邮箱',
  code: '邮件里的 6 位验证码',
  confirm: '确认邮箱',
  remove: '不再发邮件',
  malformed: '邮箱格式不对，请核对，例如 wang@example.com',
  tooMany: '今天已经发过五次验证码，请明天再试',
  wrong: '验证码不对，请核对邮件里的 6 位数字',
  over: '验证码已失效，请重新发送一个',
} as const;
const mailEn: { [K in keyof typeof mailZh]: string } = {
  title: 'Letters by mail',
  link: 'Letters by mail',
  lead: 'What comes to “Letters” can come to your mailbox as well.',
  away: 'This site sends no mail at present. Everything is under “Letters”.',
  none: 'You have given no address yet.',
  waiting:
    'A code is on its way to {{address}}; it is good for 30 minutes. Enter it below. No letter goes there before.',
  now: 'Letters also go to {{address}}.',
  address: 'E-mail address',
  addressHint: 'For example wang@example.com',
  give: 'Send me a code',
  other: 'Another address',
  code: 'The six digits in the mail',
  confirm: 'Confirm the address',
  remove: 'Send no more mail',
  malformed: 'That is no e-mail address; check it, such as wang@example.com',
  tooMany: 'Five codes went out today already; please try again tomorrow',
  wrong: 'The code is wrong; check the six digits in the mail',
  over: 'The code has run out; send a new one',
};

export const zh = { mail: mailZh } as const;
export const en = { mail: mailEn };

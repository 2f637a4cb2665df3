import type { ReactNode } from 'react';
import type { Lang } from '../language.ts';

export const errorKinds = [
  'not-found',
  'wrong-method',
  'not-allowed',
  'signed-out',
  'too-many',
  'out-of-date',
  'broken',
  'resting',
] as const;
export type ErrorKind = (typeof errorKinds)[number];

// Plain, without blame, each with what to do; the person's work is always accounted for.
const sentences: Record<ErrorKind, Record<Lang, [title: string, text: string]>> = {
  'not-found': {
    zh: ['没有找到这个页面', '网址可能输错了，或者页面已经移走。您可以搜索要办的事，或者回到首页。'],
    en: [
      'Page not found',
      'The address may be wrong or the page may have moved. Search for what you need, or go to the home page.',
    ],
  },
  'wrong-method': {
    zh: [
      '不能这样打开这个网址',
      '这个网址要从页面上的按钮或链接进入。请返回上一页再按一次，或者回到首页。已经保存的内容没有丢失。',
    ],
    en: [
      'This address cannot be opened like this',
      'It is reached by a button or a link on a page. Go back and press it again, or go to the home page. Nothing you saved is lost.',
    ],
  },
  'not-allowed': {
    zh: ['您不能查看这个页面', '这里的内容属于另一位办事人或另一个岗位。如果您认为这不对，请联系我们。'],
    en: [
      'You cannot see this page',
      'What is here belongs to another person or post. If you think this is wrong, contact us.',
    ],
  },
  'signed-out': {
    zh: ['请重新登录', '为了您的安全，登录已经到期。您填写的内容已经保存，登录后接着办。'],
    en: [
      'Please sign in again',
      'For your safety your session has ended. What you entered is saved; sign in to go on.',
    ],
  },
  'too-many': {
    zh: ['请稍等再试', '短时间内尝试的次数太多。请过几分钟再来，您已填写的内容不会丢失。'],
    en: [
      'Please wait and try again',
      'There were too many attempts in a short time. Come back in a few minutes; nothing you entered is lost.',
    ],
  },
  'out-of-date': {
    zh: ['内容已经有变化', '您打开页面之后，这一件已被更新。请看过最新情况再继续。'],
    en: ['This has changed', 'It was updated after you opened the page. Look at the latest state, then go on.'],
  },
  broken: {
    zh: ['系统出了问题', '这是我们的问题，不是您的。已经提交的内容没有丢失。请稍后再试；着急办理请拨打 12345。'],
    en: [
      'Something went wrong',
      'The fault is ours, not yours. Nothing you submitted is lost. Try again later; if it is urgent call 12345.',
    ],
  },
  resting: {
    zh: ['正在维护', '服务暂时停下来维护，很快恢复。您已提交的事项照常计时。'],
    en: [
      'Under maintenance',
      'The service is being maintained and will be back soon. Time limits of what you submitted go on.',
    ],
  },
};

export type ErrorContentProps = {
  kind: ErrorKind;
  /** For the one who helps: find it in the log by this. */
  requestId?: string | undefined;
  /** What to do next: buttons, a search box. */
  children?: ReactNode;
  headingLevel?: 1 | 2 | 3 | undefined;
  lang?: Lang | undefined;
};

/** The title of an error page, for the tab as well. */
export const errorTitle = (kind: ErrorKind, lang: Lang = 'zh'): string => sentences[kind][lang][0];

/** What an error page says. */
export function ErrorContent({ kind, requestId, children, headingLevel = 1, lang = 'zh' }: ErrorContentProps) {
  const [title, text] = sentences[kind][lang];
  const Title = `h${headingLevel}` as const;
  return (
    <div className="oops">
      <Title>{title}</Title>
      <p className="lead">{text}</p>
      {children}
      {requestId ? (
        <p className="quiet-line">
          {lang === 'en' ? 'When you ask for help, say this number: ' : '求助时请说这个编号：'}
          <span className="code">{requestId}</span>
        </p>
      ) : null}
    </div>
  );
}

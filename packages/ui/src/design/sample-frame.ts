import type { PageFooterProps } from '../page/page-footer.tsx';
import type { PageHeaderProps } from '../page/page-header.tsx';
import type { Say } from './specimen.tsx';

type Frame = {
  header: Omit<PageHeaderProps, 'lang' | 'theme' | 'typeSize' | 'themeHref' | 'languageHref'>;
  footer: Omit<PageFooterProps, 'lang'>;
};

/** Header and footer of a city that does not exist: 示例市, area 99. */
export const sampleFrame = (say: Say): Frame => ({
  header: {
    serviceName: say('示例市政务服务', 'Shili City Services'),
    homeHref: '/',
    signInHref: '/sign-in',
    person: { name: say('王*明', 'Wang *'), accountHref: '/account', signOutAction: '/sign-out' },
  },
  footer: {
    help: [
      {
        icon: 'phone',
        text: '12345',
        detail: say('全天，可转人工', 'Day and night, with a person'),
        href: 'tel:12345',
      },
      {
        icon: 'place',
        text: say('附近的办事大厅', 'A hall near you'),
        detail: say('工作日 9:00 至 17:00', 'Working days 9:00 to 17:00'),
        href: '/halls',
      },
      {
        icon: 'message',
        text: say('给我们留言', 'Write to us'),
        detail: say('一个工作日内答复', 'Answer in one working day'),
        href: '/write',
      },
    ],
    links: [
      { text: say('关于本站', 'About'), href: '/about' },
      { text: say('隐私', 'Privacy'), href: '/privacy' },
      { text: say('无障碍声明', 'Accessibility'), href: '/accessibility' },
      { text: say('谁看过我的数据', 'Who handled my data'), href: '/my-data' },
    ],
    publisher: say(
      '主办：示例市政务服务和数据管理局',
      'Published by the Government Services and Data Office of Shili City',
    ),
  },
});

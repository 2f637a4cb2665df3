import type { ServiceRow, Topic } from '../content/service-list.tsx';
import type { Say } from './specimen.tsx';

export const homeTopics = (say: Say): Topic[] => [
  {
    icon: 'baby',
    title: say('生孩子', 'Having a child'),
    text: say('出生证、落户、医保', 'Birth, registration, insurance'),
    href: '#t1',
  },
  {
    icon: 'school',
    title: say('上学', 'School'),
    text: say('报名、转学、资助', 'Admission, transfer, aid'),
    href: '#t2',
  },
  {
    icon: 'work',
    title: say('工作与退休', 'Work and retirement'),
    text: say('社保、失业、退休', 'Insurance, unemployment, pension'),
    href: '#t3',
  },
  {
    icon: 'marriage',
    title: say('结婚', 'Marriage'),
    text: say('登记、补领、档案', 'Registration, replacement, records'),
    href: '#t4',
  },
  {
    icon: 'shop',
    title: say('开店办企业', 'Starting a business'),
    text: say('执照、许可、税务', 'Licences, permits, tax'),
    href: '#t5',
  },
  { icon: 'elder', title: say('养老', 'Growing old'), text: say('高龄津贴、照护', 'Allowances, care'), href: '#t6' },
  {
    icon: 'home',
    title: say('住房', 'Housing'),
    text: say('公租房、公积金、不动产', 'Rent, fund, property'),
    href: '#t7',
  },
  { icon: 'health', title: say('看病', 'Health'), text: say('报销、异地就医', 'Claims, care elsewhere'), href: '#t8' },
  {
    icon: 'car',
    title: say('出行', 'Getting about'),
    text: say('驾照、车辆、通行', 'Licences, vehicles, passes'),
    href: '#t9',
  },
];

export const homeServices = (say: Say): ServiceRow[] => [
  {
    title: say('新生儿落户', 'Register a newborn'),
    href: '#s1',
    text: say(
      '孩子出生后一个月内办，父母一方到场或网上都行。',
      'Within a month of birth, by one parent, in person or on line.',
    ),
    facts: [say('公安局', 'Police'), say('当场办结', 'At once'), say('不收费', 'Free')],
  },
  {
    title: say('食品经营许可', 'Food business permit'),
    href: '#s2',
    text: say('开饭店、食堂、小吃店之前要办。', 'Needed before opening a restaurant or canteen.'),
    facts: [say('市场监督管理局', 'Market Regulation'), say('7 个工作日', '7 working days'), say('不收费', 'Free')],
  },
  {
    title: say('高龄津贴', 'Old-age allowance'),
    href: '#s3',
    text: say('年满 80 周岁的本市老人每月领取。', 'Paid monthly to residents of 80 and over.'),
    facts: [say('民政局', 'Civil Affairs'), say('10 个工作日', '10 working days'), say('不收费', 'Free')],
  },
];

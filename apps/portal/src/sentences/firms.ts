const firmsZh = {
  title: '我代表的企业',
  lead: '您是法定代表人的企业，核对以后就可以替它办事。',
  empty: '还没有您代表的企业',
  mine: '可以替它办事的企业',
  code: '统一社会信用代码',
  codeHint: '18 位，印在营业执照上',
  add: '添加一家企业',
  addText: '我们把您的姓名和身份号码交给企业登记系统，只问一句：这家企业的法定代表人是不是您。',
  button: '核对并添加',
  added: '核对好了，您可以替{{name}}办事',
  act: '现在就替它办事',
  acting: '您现在正替它办事',
  noMatch: '企业登记系统里，这个代码的法定代表人不是您。请照营业执照核对代码；刚变更过的，过几天再试。',
  away: '企业登记系统暂时没有应答，不是您的问题。请过一会儿再试。',
  locked: '对不上的次数太多，请在 {{time}} 之后再试。',
  notConnected: '本市还没有接通企业登记系统',
  notConnectedText: '替企业办事请带营业执照到政务服务大厅，或拨打 12345。',
  link: '替企业办事：添加我代表的企业',
  demo: '演示城市里可以试：{{person}}添加 {{code}}（{{name}}）。',
} as const;
const firmsEn: { [K in keyof typeof firmsZh]: string } = {
  title: 'Firms I represent',
  lead: 'Once checked, you can act for a firm whose legal representative you are.',
  empty: 'There is no firm you represent yet',
  mine: 'Firms you can act for',
  code: 'Unified social credit code',
  codeHint: '18 places, printed on the business licence',
  add: 'Add a firm',
  addText:
    'We give your name and resident number to the register of firms and ask one thing: whether you are the legal representative of this firm.',
  button: 'Check and add',
  added: 'Checked: you can act for {{name}}',
  act: 'Act for it now',
  acting: 'You are acting for it now',
  noMatch:
    'By the register of firms you are not the legal representative of this code. Check the code against the licence; after a recent change, try again in a few days.',
  away: 'The register of firms does not answer just now; it is not your fault. Try again a little later.',
  locked: 'There were too many tries that did not fit. Try again after {{time}}.',
  notConnected: 'The city is not connected to the register of firms yet',
  notConnectedText: 'To act for a firm, bring its licence to the service hall or call 12345.',
  link: 'Act for a firm: add one I represent',
  demo: 'To try in the demo city: {{person}} adds {{code}} ({{name}}).',
};

export const zh = { firms: firmsZh };
export const en = { firms: firmsEn };

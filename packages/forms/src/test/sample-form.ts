import type { FormDefinition } from '../definition/definition.ts';

const same = (zh: string, en: string) => ({ zh, en });

/** One question of every kind, with conditions, computed values and known values: what the tests ask. */
export const sampleDefinition: FormDefinition = {
  title: same('食品经营许可申请', 'Application for a food business licence'),
  sections: [
    {
      key: 'who',
      title: same('申请人', 'Applicant'),
      questions: [
        {
          key: 'applicantKind',
          kind: 'choice',
          label: same('您以什么身份申请？', 'Who applies?'),
          choices: [
            { value: 'person', label: same('个人', 'A person') },
            { value: 'firm', label: same('单位', 'A firm') },
          ],
        },
        {
          key: 'applicant',
          kind: 'person',
          label: same('申请人', 'Applicant'),
          when: { question: 'applicantKind', is: 'person' },
          prefill: 'person',
          parts: ['idNumber', 'phone', 'email'],
          basis: { law: '食品经营许可和备案管理办法', article: '第十二条' },
        },
        {
          key: 'bornOn',
          kind: 'date',
          label: same('出生日期', 'Date of birth'),
          when: { question: 'applicantKind', is: 'person' },
          computed: { bornOnOf: 'applicant.idNumber' },
        },
        {
          key: 'firm',
          kind: 'firm',
          label: same('单位', 'Firm'),
          when: { question: 'applicantKind', is: 'firm' },
          parts: ['legalRepresentative'],
          prefill: 'firm',
        },
        {
          key: 'agentNumber',
          kind: 'identity-number',
          label: same('经办人身份证号', 'Agent’s number'),
          required: false,
        },
        { key: 'mail', kind: 'email', label: same('电子邮箱', 'E-mail'), required: false },
        { key: 'phone', kind: 'phone', label: same('联系电话', 'Telephone'), prefill: 'person.phone' },
      ],
    },
    {
      key: 'place',
      title: same('经营场所', 'Premises'),
      questions: [
        { key: 'shopName', kind: 'text', label: same('店名', 'Name of the shop'), maxLength: 30 },
        { key: 'area', kind: 'division', label: same('所在区', 'District'), within: '990100' },
        { key: 'address', kind: 'address', label: same('地址', 'Address'), within: '990100' },
        {
          key: 'size',
          kind: 'number',
          label: same('面积', 'Floor area'),
          unit: same('平方米', 'm²'),
          decimals: 2,
          min: 1,
        },
        { key: 'rent', kind: 'money', label: same('月租金', 'Monthly rent'), min: 0 },
        { key: 'hasKitchen', kind: 'yes-no', label: same('有厨房吗？', 'Is there a kitchen?') },
        {
          key: 'kitchenNote',
          kind: 'long-text',
          label: same('厨房布局', 'Layout of the kitchen'),
          when: {
            all: [
              { question: 'hasKitchen', is: true },
              { question: 'size', isAtLeast: 50 },
            ],
          },
        },
        {
          key: 'foods',
          kind: 'choices',
          label: same('经营哪些食品？', 'Which foods?'),
          choices: ['hot', 'cold', 'drinks'].map((value) => ({ value, label: same(value, value) })),
        },
        { key: 'opensOn', kind: 'date', label: same('开业日期', 'Opens on'), earliest: 'today', latest: 'today+2y' },
        { key: 'lease', kind: 'period', label: same('租期', 'Lease') },
      ],
    },
    {
      key: 'rest',
      title: same('其他', 'The rest'),
      questions: [
        {
          key: 'partners',
          kind: 'group',
          label: same('合伙人', 'Partners'),
          itemLabel: same('合伙人', 'Partner'),
          required: false,
          maxItems: 5,
          questions: [
            { key: 'name', kind: 'text', label: same('姓名', 'Name') },
            { key: 'share', kind: 'money', label: same('出资额', 'Share') },
            { key: 'isManager', kind: 'yes-no', label: same('是否负责人', 'In charge?') },
            {
              key: 'card',
              kind: 'identity-number',
              label: same('身份证号', 'Resident number'),
              when: { question: 'isManager', is: true },
            },
          ],
        },
        { key: 'capital', kind: 'money', label: same('出资总额', 'Capital'), computed: { sumOf: 'partners.share' } },
        { key: 'account', kind: 'bank-card', label: same('收款账户', 'Account') },
        { key: 'plan', kind: 'file', label: same('平面图', 'Floor plan'), maxItems: 2 },
        {
          key: 'truth',
          kind: 'declaration',
          label: same('我已阅读并作出以上声明', 'I have read this and declare it'),
          statements: [same('所填内容真实。', 'What I have written is true.')],
        },
      ],
    },
  ],
};

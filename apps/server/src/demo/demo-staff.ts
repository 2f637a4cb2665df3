import type { StaffRole } from '@zhengtong/identity';

type DemoStaff = {
  readonly account: string;
  readonly name: string;
  readonly title: string;
  readonly role: StaffRole;
  readonly organisation: string;
};

/** Who works at the market office, and who oversees: the accounts a first look needs. */
const atMarket: readonly DemoStaff[] = [
  { account: 'supervisor', name: '赵主任', title: '政务服务科主任', role: 'supervisor', organisation: 'market' },
  { account: 'clerk', name: '李窗口', title: '受理窗口', role: 'clerk', organisation: 'market' },
  { account: 'reviewer', name: '孙审查', title: '审查岗', role: 'reviewer', organisation: 'market' },
  { account: 'approver', name: '钱科长', title: '审批岗', role: 'approver', organisation: 'market' },
  { account: 'editor', name: '周编辑', title: '事项管理', role: 'editor', organisation: 'market' },
  { account: 'administrator', name: '冯管理', title: '系统管理员', role: 'administrator', organisation: 'market' },
  { account: 'auditor', name: '陈审计', title: '安全审计员', role: 'auditor', organisation: 'market' },
];

// The supervisor first: the others of the body stand below. Without one nobody could confirm a revocation there.
const desks = [
  { role: 'supervisor', name: '许主任', title: '政务服务科主任' },
  { role: 'clerk', name: '吴窗口', title: '受理窗口' },
  { role: 'reviewer', name: '何审查', title: '审查岗' },
  { role: 'approver', name: '郑科长', title: '审批岗' },
] as const;

/** Every post an item of these departments needs, so that each of them can be carried through: `civil-clerk` and so on. */
export const listDemoStaff = (organisations: readonly string[]): DemoStaff[] => [
  ...atMarket,
  ...organisations
    .filter((organisation) => organisation !== 'market')
    .flatMap((organisation) =>
      desks.map((desk) => ({ ...desk, account: `${organisation}-${desk.role}`, organisation })),
    ),
];

/** The account of who oversees a department. */
export const supervisorOf = (organisation: string): string =>
  organisation === 'market' ? 'supervisor' : `${organisation}-supervisor`;

/** Long enough to pass the rule, easy to type; it opens nothing but a city that does not exist. */
export const demoPassword = 'demo-city-welcome';

/** Citizens of the demonstration city: area 99, phones that only exist on the demo phone page. */
export const demoPeople: readonly { name: string; residentNumber: string; phone: string }[] = [
  { name: '王小明', residentNumber: '990100199001010012', phone: '13900000001' },
  { name: '林桂芳', residentNumber: '990100195003150029', phone: '13900000002' },
  { name: '陈建国', residentNumber: '990100198808080033', phone: '13900000003' },
];

/** Firms the demonstration's register knows. The first is tied to its representative already; the other waits to be claimed. */
export const demoFirms = [
  { creditCode: '91990100MA0990004N', name: '示例市晨光餐饮有限公司', representative: '陈建国' },
  { creditCode: '91990100MA0990012H', name: '示例市青禾茶业有限公司', representative: '王小明' },
] as const;

import type { SayKey } from './sentences/speak.ts';
import type { Visit } from './visit.ts';

type UseKey = Extract<SayKey, `uses.${string}`>;

const fields: Readonly<Record<string, UseKey>> = {
  name: 'uses.fieldName',
  residentNumber: 'uses.fieldNumber',
  phone: 'uses.fieldPhone',
  mailAddress: 'uses.fieldMail',
  answers: 'uses.fieldAnswers',
  materials: 'uses.fieldMaterials',
  rating: 'uses.fieldRating',
};

/** Purposes the program itself writes; anything else is in an officer's own words. */
const purposes: Readonly<Record<string, UseKey>> = {
  办理政务服务事项: 'uses.forCase',
  查看办件文书: 'uses.forLetter',
  凭编号查询进度: 'uses.forTracking',
  制发电子证照: 'uses.forCertificate',
  发送短信通知: 'uses.forSms',
  发送邮件通知: 'uses.forMail',
  核对企业的法定代表人: 'uses.forFirm',
  差评回访整改: 'uses.forRepair',
  再次申请时沿用材料: 'uses.forTakingOver',
};

const roles: Readonly<Record<string, UseKey>> = {
  clerk: 'uses.clerk',
  reviewer: 'uses.reviewer',
  approver: 'uses.approver',
  supervisor: 'uses.supervisor',
};

const sayKnown = ({ say }: Visit, key: UseKey | undefined, other: string): string =>
  key ? (say as (key: SayKey) => string)(key) : other;

/** "您的身份号码": what was seen, as its owner calls it. */
export const sayField = (visit: Visit, field: string): string => sayKnown(visit, fields[field], field);
export const sayPurpose = (visit: Visit, purpose: string): string => sayKnown(visit, purposes[purpose], purpose);
export const sayRole = (visit: Visit, role: string): string => sayKnown(visit, roles[role], visit.say('uses.staff'));

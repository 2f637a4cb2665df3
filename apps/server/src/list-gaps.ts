import { hasAdministrator } from '@zhengtong/identity';
import type { Config, Db } from '@zhengtong/platform';

/** What is not set up yet and keeps people from doing things: a line each for the operator, who reads it at every start. */
export async function listGaps(config: Config, db: Db): Promise<string[]> {
  const { divisionCode } = config.city;
  return [
    ...(config.smsUrl
      ? []
      : ['未设 SMS_URL：发不出验证码，市民不能登录 · not set: no codes, so citizens cannot sign in']),
    ...(config.registerUrl
      ? []
      : ['未设 REGISTER_URL：没有人能实名，也就不能申请 · not set: nobody can be verified, so nobody can apply']),
    ...(config.firmRegisterUrl
      ? []
      : ['未设 FIRM_REGISTER_URL：没有人能新代表企业办事 · not set: nobody new can act for a firm']),
    ...((await hasAdministrator({ tx: db }, divisionCode))
      ? []
      : [
          '还没有管理员，没有人能建账号：npm run zhengtong -- add administrator · no administrator yet, so no accounts can be made',
        ]),
  ];
}

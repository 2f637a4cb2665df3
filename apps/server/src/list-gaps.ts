import { clamdScanner, isThere } from '@zhengtong/files';
import { hasAdministrator } from '@zhengtong/identity';
import type { Config, Db } from '@zhengtong/platform';

/** What is not set up yet, or away, and keeps people from doing things or files from being scanned: a line each for the operator, who reads it at every start. */
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
    ...(await listScannerGaps(config)),
    ...((await hasAdministrator({ tx: db }, divisionCode))
      ? []
      : [
          '还没有管理员，没有人能建账号：npm run zhengtong -- add administrator · no administrator yet, so no accounts can be made',
        ]),
  ];
}

/** One that hangs would keep the operator waiting, too. */
const patientMs = 3000;

async function listScannerGaps({ clamd, unscanned }: Config): Promise<string[]> {
  if (!clamd)
    return [
      '未设 CLAMD：上传的文件不查毒，标注“未扫描”后放行 · not set: files are let through with a mark, not scanned',
    ];
  if (await isThere(clamdScanner(clamd, patientMs))) return [];
  const [zh, en] = unscanned === 'hold' ? ['留置', 'held'] : ['标注“未扫描”后放行', 'let through with a mark'];
  return [
    `CLAMD 指定的扫描服务没有应答：上传的文件${zh}，接通后自动扫描 · the scanner CLAMD names does not answer: files are ${en}, and scanned once it does`,
  ];
}

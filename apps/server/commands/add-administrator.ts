import { parseArgs } from 'node:util';
import { toInstant } from '@zhengtong/kernel';
import { migrate, OperatorError, platformModule } from '@zhengtong/platform';
import { toString as drawCode } from 'qrcode';
import { type AdministratorGiven, addAdministrator, sayAddRefusal } from '../src/operator/add-administrator.ts';
import { ask, askSecret, readFirstLine } from '../src/operator/ask.ts';
import { withHouse } from '../src/operator/with-house.ts';

export const summary = '新建管理员账号 · make an administrator (asks, or --account --name --organisation)';
export const usage =
  '用法 · usage: npm run zhengtong -- add administrator [--account A --name 姓名 --organisation 机构 --code 统一社会信用代码 credit code]（密码取自标准输入 · password from standard input）';

const options = {
  account: { type: 'string' },
  name: { type: 'string' },
  division: { type: 'string' },
  organisation: { type: 'string' },
  code: { type: 'string' },
} as const;

export async function run(args: string[]): Promise<number> {
  let given: Given;
  try {
    given = await readGiven(parseArgs({ args, options }).values);
  } catch (error) {
    console.error((error as Error).message);
    console.error(usage);
    return 2;
  }
  let code = 0;
  const opened = await withHouse(async ({ config, database, keys, modules }) => {
    // The first administrator may be made before the program ever ran on this database.
    await migrate(database.db, [platformModule, ...modules]);
    const setting = { db: database.db, keys, now: () => toInstant(Date.now()) };
    const cityCode = config.city.divisionCode;
    const added = await addAdministrator(setting, { ...given, divisionCode: given.divisionCode ?? cityCode }, cityCode);
    if (!added.ok) {
      console.error(sayAddRefusal(added.refusal));
      code = 1;
      return;
    }
    await show(given.account, added.value.totpUri);
  });
  return opened || code;
}

/** The division is the city's; one that is given is compared with it. */
type Given = Omit<AdministratorGiven, 'divisionCode'> & { readonly divisionCode: string | undefined };

/** What was not given is asked; with everything given the password comes from standard input, for scripts. */
async function readGiven(values: { [flag in keyof typeof options]?: string | undefined }): Promise<Given> {
  const { isTTY } = process.stdin;
  const from = async (value: string | undefined, question: string, flag: string): Promise<string> => {
    if (value !== undefined) return value;
    if (isTTY) return ask(question);
    throw new OperatorError(`缺少 ${flag}。 · ${flag} is missing.`);
  };
  const account = await from(values.account, '账号 account', '--account');
  const name = await from(values.name, '姓名 name', '--name');
  const organisationName = await from(values.organisation, '机构名称 organisation', '--organisation');
  const creditCode =
    values.code ?? (isTTY ? await ask('统一社会信用代码，可不填 credit code, may be left empty', true) : undefined);
  const password = isTTY ? await askTwice() : await readFirstLine(process.stdin);
  return { account, name, divisionCode: values.division, organisationName, creditCode, password };
}

async function askTwice(): Promise<string> {
  for (;;) {
    const first = await askSecret('密码（至少 12 个字符，不显示） password (12 or more, not shown)');
    if ((await askSecret('再输一次 once more')) === first) return first;
    console.error('两次输入不同，请重新输入。 · The two differ; again, please.');
  }
}

async function show(account: string, uri: string): Promise<void> {
  console.log(`管理员 ${account} 已建立。请用身份验证器应用扫描，动态码密钥只显示这一次：`);
  console.log(`Administrator ${account} is made. Scan this with an authenticator app; it is shown this once:\n`);
  console.log(await drawCode(uri, { type: 'terminal', small: true }));
  console.log(`${uri}\n`);
  console.log('在 /console 登录：账号、密码、动态码。 · Sign in at /console: account, password, code.');
}

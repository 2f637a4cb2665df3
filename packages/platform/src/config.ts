import { readFileSync } from 'node:fs';
import type { BlockList } from 'node:net';
import { join } from 'node:path';
import {
  clamdOf,
  databaseUrlOf,
  filesAtOf,
  folderOf,
  hostOf,
  mailFromOf,
  metricsFromOf,
  publicUrlOf,
  serviceUrlOf,
  smtpUrlOf,
} from './config-addresses.ts';
import { ConfigError, fail } from './config-error.ts';

export type Config = {
  /** `web` answers people, `worker` works off deliveries, `all` does both. */
  readonly role: 'web' | 'worker' | 'all';
  readonly host: string;
  readonly port: number;
  /** What people type into the browser: `https://zwfw.example.gov.cn`. Links in letters and QR codes start with it. */
  readonly publicUrl: string;
  /** The city, county or province this program serves: `CITY=450100,南宁市,Nanning` (GB/T 2260, name, name in English). */
  readonly city: { readonly divisionCode: string; readonly divisionName: string; readonly divisionNameEn: string };
  readonly trustProxy: boolean;
  /** Who may read `/metrics` by a call of their own: this machine, and `METRICS_FROM=10.1.2.3,10.2.0.0/16`. */
  readonly metricsFrom: BlockList;
  /** Folder for embedded PostgreSQL, files and secrets. */
  readonly home: string;
  readonly databaseUrl: string | undefined;
  /** Statements asked often are kept under a name on each connection; a pooler older than PgBouncer 1.21 cannot have it. */
  readonly isNaming: boolean;
  /** Master keys, newest first. */
  readonly masters: readonly { name: string; secret: Buffer }[] | undefined;
  readonly filesAt: string;
  /** Folder with the electronic seals of organisations, each in a folder named by one of their codes. */
  readonly sealsAt: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly smsUrl: string | undefined;
  /** The population register that real names are checked with. */
  readonly registerUrl: string | undefined;
  /** The register of firms asked who legally represents a firm. */
  readonly firmRegisterUrl: string | undefined;
  /** Sign-in codes within ten minutes, from one address and from all: `CODE_CEILINGS=120,1000`. */
  readonly codeCeilings: { readonly network: number; readonly house: number };
  readonly clamd: string | undefined;
  /** How long a scan may take before the scanner counts as away. */
  readonly clamdMs: number;
  /** What happens to a file while no scanner answers: kept back, or let through with a mark. */
  readonly unscanned: 'hold' | 'accept';
  /** What one person may have waiting outside any case, and send in a day: `UPLOADS_WAITING=40,300` files and MiB. */
  readonly uploads: { readonly waiting: Allowance; readonly day: Allowance };
  readonly logLevel: string;
};

export type Allowance = { readonly files: number; readonly bytes: number };

/** Reads the environment once, at start. Throws `ConfigError` at the first setting that cannot work. */
export function readConfig(env: NodeJS.ProcessEnv, folder: string): Config {
  const home = folderOf(env.ZHENGTONG_HOME ?? '.zhengtong', 'ZHENGTONG_HOME', folder);
  const host = hostOf(env.HOST ?? '127.0.0.1');
  const port = wholeNumber(env.PORT ?? '8080', 'PORT', 0, 65_535);
  const role = oneOf(env.ROLE ?? 'all', 'ROLE', ['web', 'worker', 'all'] as const);
  const publicUrl = publicUrlOf(env.PUBLIC_URL, host, port);
  const trustProxy = oneOf(env.TRUST_PROXY ?? 'no', 'TRUST_PROXY', ['yes', 'no'] as const) === 'yes';
  // The program speaks no TLS. Everybody would come from the proxy's one address and share its thirty sign-ins a minute.
  if (role !== 'worker' && publicUrl.startsWith('https:') && !trustProxy) {
    throw new ConfigError(
      'PUBLIC_URL 是 https，程序前面就有反向代理，却没有设置 TRUST_PROXY=yes：所有访问者会算作代理的一个地址，共用一份次数限制。请设置 TRUST_PROXY=yes，并让代理传递 X-Forwarded-For。 · PUBLIC_URL is https, so a proxy stands before the program, but TRUST_PROXY=yes is not set: all visitors would count as the one address of the proxy and share its limits. Set TRUST_PROXY=yes and let the proxy send X-Forwarded-For.',
    );
  }
  const clamd = clamdOf(env.CLAMD);
  const unscanned = oneOf(env.UNSCANNED ?? 'accept', 'UNSCANNED', ['hold', 'accept'] as const);
  if (unscanned === 'hold' && !clamd) {
    throw new ConfigError(
      '设了 UNSCANNED=hold 却没有设置 CLAMD：没有扫描服务，上传的文件会一直留置，谁也打不开。请设置 CLAMD=主机:端口；暂时没有扫描服务就设 UNSCANNED=accept（标注“未扫描”后放行，接通后补查）。 · UNSCANNED=hold is set and CLAMD is not: without a scanner every upload would be held for ever and open to nobody. Set CLAMD=host:port, or UNSCANNED=accept while there is none (let through with a mark, scanned once there is one).',
    );
  }
  return {
    role,
    host,
    port,
    publicUrl,
    city: cityOf(env.CITY ?? '990100,示例市,Shili'),
    trustProxy,
    metricsFrom: metricsFromOf(env.METRICS_FROM),
    home,
    databaseUrl: databaseUrlOf(env.DATABASE_URL),
    isNaming: oneOf(env.NAMED_STATEMENTS ?? 'yes', 'NAMED_STATEMENTS', ['yes', 'no'] as const) === 'yes',
    masters: env.ZHENGTONG_KEYS ? readMasters(env.ZHENGTONG_KEYS) : undefined,
    filesAt: filesAtOf(env.FILES_AT ?? join(home, 'files'), folder),
    sealsAt: folderOf(env.SEALS_AT ?? join(home, 'seals'), 'SEALS_AT', folder),
    smtpUrl: smtpUrlOf(env.SMTP_URL),
    mailFrom: mailFromOf(env.MAIL_FROM ?? 'zhengtong@localhost'),
    smsUrl: serviceUrlOf(env.SMS_URL, 'SMS_URL'),
    registerUrl: serviceUrlOf(env.REGISTER_URL, 'REGISTER_URL'),
    firmRegisterUrl: serviceUrlOf(env.FIRM_REGISTER_URL, 'FIRM_REGISTER_URL'),
    codeCeilings: ceilingsOf(env.CODE_CEILINGS ?? '120,1000'),
    clamd,
    clamdMs: wholeNumber(env.CLAMD_SECONDS ?? '20', 'CLAMD_SECONDS', 1, 600) * 1000,
    unscanned,
    uploads: {
      waiting: allowanceOf(env.UPLOADS_WAITING ?? '40,300', 'UPLOADS_WAITING'),
      day: allowanceOf(env.UPLOADS_A_DAY ?? '300,2000', 'UPLOADS_A_DAY'),
    },
    logLevel: oneOf(env.LOG_LEVEL ?? 'info', 'LOG_LEVEL', [
      'fatal',
      'error',
      'warn',
      'info',
      'debug',
      'silent',
    ] as const),
  };
}

/** `name:base64,name:base64`, newest first, 32 bytes each; `@/path` reads them from a file. */
export function readMasters(given: string): { name: string; secret: Buffer }[] {
  const text = given.startsWith('@') ? readKeyFile(given.slice(1)) : given;
  return text.split(',').map((part) => {
    const [name = '', base64 = ''] = part.trim().split(':');
    const secret = Buffer.from(base64, 'base64');
    if (!/^[a-z0-9]{1,12}$/.test(name) || secret.length !== 32) {
      // The value is a secret: it is not repeated.
      throw new ConfigError(
        `ZHENGTONG_KEYS 应为“名称:32 字节的 base64”，多把以逗号分隔，最新的在前。 · ZHENGTONG_KEYS must be "name:base64 of 32 bytes", several separated by commas, the newest first.`,
      );
    }
    return { name, secret };
  });
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `读不出 ZHENGTONG_KEYS 指定的密钥文件 ${path}（${code}）：请检查路径和读取权限。 · Cannot read the key file ${path} that ZHENGTONG_KEYS names (${code}): check its path and who may read it.`,
    );
  }
}

function cityOf(text: string): Config['city'] {
  const [divisionCode = '', divisionName = '', divisionNameEn = divisionName] = text
    .split(',')
    .map((part) => part.trim());
  if (!/^[1-9]\d{5}$/.test(divisionCode) || !divisionName) {
    fail(
      'CITY',
      text,
      '应为“六位区划代码,名称,英文名称”',
      'a division code of six digits, a name and an English name, with commas',
    );
  }
  return { divisionCode, divisionName, divisionNameEn };
}

function allowanceOf(text: string, name: string): Allowance {
  const [, files, mebibytes] = /^(\d{1,6}),(\d{1,7})$/.exec(text) ?? [];
  if (!files || !mebibytes)
    fail(name, text, '应为“文件个数,兆字节”，如 40,300', 'files and MiB with a comma, as in 40,300');
  return { files: Number(files), bytes: Number(mebibytes) * 1_048_576 };
}

function ceilingsOf(text: string): Config['codeCeilings'] {
  const [network = 0, house = 0] = /^\d{1,6},\d{1,6}$/.test(text) ? text.split(',').map(Number) : [];
  if (network < 1 || house < network) {
    fail(
      'CODE_CEILINGS',
      text,
      '应为“每个地址,全部”的十分钟上限，例如 120,1000',
      'how many within ten minutes, one address and all: 120,1000',
    );
  }
  return { network, house };
}

function wholeNumber(text: string, name: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most)
    fail(name, text, `应为 ${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`);
  return number;
}

function oneOf<const T extends string>(text: string, name: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (!found) fail(name, text, `应为 ${allowed.join('、')} 之一`, `one of ${allowed.join(', ')}`);
  return found;
}

// Settings that name a place: on the network, or a folder. What a typing mistake makes of one must be said at start and
// not be found out by the first citizen whose mail, scan or file goes there.
import { BlockList, isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import { ConfigError, fail, failUnsaid } from './config-error.ts';

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);
const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/i;

/** What the program listens at: a number, or a name this machine knows. */
export function hostOf(given: string): string {
  if (isIP(given) || hostName.test(given)) return given;
  return fail(
    'HOST',
    given,
    '应为监听的地址，如 127.0.0.1 或 0.0.0.0，端口写在 PORT',
    'the address to listen at, as in 127.0.0.1 or 0.0.0.0, with the port in PORT',
  );
}

/** `__Host-` cookies live on loopback over http and nowhere else: other hosts need TLS, or a proxy that has it. */
export function publicUrlOf(given: string | undefined, host: string, port: number): string {
  const url = given ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    fail('PUBLIC_URL', url, '应为 https://… 的地址', 'an https:// address');
  // The portal answers at the root: links would leave a path out, and what a user name is for nobody could say.
  if (parsed.username || parsed.password || parsed.pathname !== '/' || parsed.search || parsed.hash) {
    failUnsaid(
      'PUBLIC_URL',
      '只有主机和端口的地址，不带路径、账号和参数，如 https://zwfw.example.gov.cn',
      'an address of host and port alone, without path, account or parameters, as in https://zwfw.example.gov.cn',
    );
  }
  if (parsed.protocol === 'http:' && !isLoopback(parsed.hostname)) {
    throw new ConfigError(
      `除本机外必须使用 TLS：请设置 PUBLIC_URL=https://… 并由反向代理提供证书（TRUST_PROXY=yes）。 · Hosts other than this machine need TLS: set PUBLIC_URL=https://… behind a proxy with a certificate (TRUST_PROXY=yes).`,
    );
  }
  return parsed.origin;
}

/** Phones and resident numbers go there: over TLS, or to a program on this machine. */
export function serviceUrlOf(given: string | undefined, name: string): string | undefined {
  if (!given) return undefined;
  const parsed = URL.parse(given);
  if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname))) return given;
  return failUnsaid(
    name,
    'https://… 的地址（本机上的程序可用 http://127.0.0.1…）',
    'an https:// address, or http://127.0.0.1… for a program on this machine',
  );
}

export function databaseUrlOf(given: string | undefined): string | undefined {
  // A password with an @ of its own would be cut there, and its rest asked of the network as a host's name.
  if (!given || /^postgres(ql)?:\/\/([^\s@/?#]*@)?[^\s@#]+$/.test(given)) return given || undefined;
  return failUnsaid(
    'DATABASE_URL',
    'postgres://用户:密码@主机:端口/数据库（密码里的 @ : / ? # % 要写成 %40 %3A %2F %3F %23 %25）；不设置则使用内置数据库',
    'postgres://user:password@host:port/database (in a password, @ : / ? # % are written %40 %3A %2F %3F %23 %25); without it the embedded database is used',
  );
}

export function smtpUrlOf(given: string | undefined): string | undefined {
  if (!given) return undefined;
  const parsed = URL.parse(given);
  if (parsed && /^smtps?:$/.test(parsed.protocol) && parsed.hostname && /^\/?$/.test(parsed.pathname)) return given;
  return failUnsaid(
    'SMTP_URL',
    'smtps://用户:密码@主机:465 或 smtp://用户:密码@主机:587（密码里的 @ : / 要写成 %40 %3A %2F）',
    'smtps://user:password@host:465 or smtp://user:password@host:587 (in a password, @ : / are written %40 %3A %2F)',
  );
}

/** An address, or a name and an address: every mail would be refused for another one. */
export function mailFromOf(given: string): string {
  const box = /^(?:[^\p{Cc}<>]*<([^<>]+)>|([^<>]+))$/u.exec(given.trim());
  const address = box?.[1] ?? box?.[2] ?? '';
  if (/^[^\s\p{Cc}@,;:]+@[^\s\p{Cc}@,;:]+$/u.test(address)) return given.trim();
  return fail(
    'MAIL_FROM',
    given,
    '应为发件地址，如 zwfw@example.gov.cn 或 “示例市政务服务 <zwfw@example.gov.cn>”',
    'a sender, as in zwfw@example.gov.cn or "City Services <zwfw@example.gov.cn>"',
  );
}

/** `host:port`, or the path of a socket. */
export function clamdOf(given: string | undefined): string | undefined {
  if (!given) return undefined;
  if (isAbsolute(given)) return given;
  const [, host = '', port = ''] = /^(\[[0-9a-f:.]+\]|[^:/\s]+):(\d{1,5})$/i.exec(given) ?? [];
  const isHost = host.startsWith('[') ? isIP(host.slice(1, -1)) === 6 : hostName.test(host);
  if (isHost && Number(port) >= 1 && Number(port) <= 65_535) return given;
  return fail(
    'CLAMD',
    given,
    '应为“主机:端口”，如 127.0.0.1:3310，或以 / 开头的套接字路径',
    'host:port, as in 127.0.0.1:3310, or the path of a socket, beginning with /',
  );
}

/** This machine, and the addresses and networks given: `10.1.2.3,10.2.0.0/16,fd00::/8`. */
export function metricsFromOf(given: string | undefined): BlockList {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8);
  list.addAddress('::1', 'ipv6');
  for (const part of given ? given.split(',') : []) {
    const [, address = '', bits] = /^([^/]+?)(?:\/(\d{1,3}))?$/.exec(part.trim()) ?? [];
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    const length = bits === undefined ? most : Number(bits);
    if (!isIP(address) || address.includes('%') || length > most)
      return fail(
        'METRICS_FROM',
        part.trim(),
        '应为地址或网段，如 10.1.2.3,10.2.0.0/16',
        'addresses or networks, as in 10.1.2.3,10.2.0.0/16',
      );
    list.addSubnet(address, length, family);
  }
  return list;
}

/** A folder by its path; an address would quietly become a folder of that name. */
export function folderOf(given: string, name: string, from: string): string {
  if (given && !/^[a-z][a-z0-9+.-]*:/i.test(given) && !given.includes('\0')) return resolve(from, given);
  // An address may hold a password: it is not repeated.
  return failUnsaid(name, '本机上一个文件夹的路径', 'the path of a folder on this machine');
}

/** A folder, or `s3://key:secret@host/bucket`. */
export function filesAtOf(given: string, from: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(given)) return folderOf(given, 'FILES_AT', from);
  const parsed = URL.parse(given);
  const isWhole = parsed?.hostname && parsed.username && parsed.password && /^\/[^/]+$/.test(parsed.pathname);
  const tls = parsed?.searchParams.get('tls') ?? 'yes';
  if (parsed?.protocol === 's3:' && isWhole && /^(yes|no)$/.test(tls)) return given;
  return failUnsaid(
    'FILES_AT',
    '本机上一个文件夹的路径，或 s3://账号:密钥@主机:端口/存储桶?region=…&tls=yes',
    'the path of a folder on this machine, or s3://key:secret@host:port/bucket?region=…&tls=yes',
  );
}

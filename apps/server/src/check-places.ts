import { existsSync, statSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { type Config, ConfigError } from '@zhengtong/platform';

type Places = Pick<Config, 'home' | 'sealsAt' | 'clamd'>;

/**
 * Looks at what settings name on this machine before anything starts. A wrong one would work without a word: papers that
 * should bear a seal would leave without it, and every file would count as not scanned.
 */
export async function checkPlaces({ home, sealsAt, clamd }: Places): Promise<void> {
  await checkSeals(sealsAt, sealsAt === join(home, 'seals'));
  // One that is not there yet may come: the scanner starts by itself. Something else in its place never will be one.
  if (clamd && isAbsolute(clamd) && existsSync(clamd) && !statSync(clamd).isSocket()) {
    throw new ConfigError(
      `CLAMD 指定的 ${clamd} 不是套接字：请填 clamd 的套接字路径（clamd.conf 的 LocalSocket），或“主机:端口”。 · CLAMD names ${clamd}, which is no socket: give the path of clamd's socket (LocalSocket in clamd.conf), or host:port.`,
    );
  }
}

/** The usual folder may be missing: then no organisation has a seal here. One that somebody named may not. */
async function checkSeals(folder: string, isUsual: boolean): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' });
    await access(folder, constants.R_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && isUsual) return;
    throw new ConfigError(
      `印章文件夹 ${folder} 打不开（${code}），文书会不盖章：请让 SEALS_AT 指向各机构印章所在的文件夹；暂时没有印章就不要设置它。 · The folder of seals ${folder} cannot be opened (${code}), and papers would go out unsealed: let SEALS_AT name the folder that holds the organisations' seals, or leave it out while there are none.`,
    );
  }
}

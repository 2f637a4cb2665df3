import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../operator-error.ts';

/** How a PostgreSQL program is started: PostgreSQL refuses to run as uid 0. */
export type RunAs = {
  /** Words put before the program. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
};

/**
 * The way to run PostgreSQL from this account. For root, in this order: a user namespace (works even for a folder under
 * /root, because outside it the process is still root), the accounts `postgres` and `nobody` where they can reach the
 * folder. Throws one sentence with what to do where none works.
 */
export function findRunAs(folder: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  if (spawnSync('unshare', [...namespace.slice(1), 'true']).status === 0) return { prefix: namespace };
  for (const name of ['postgres', 'nobody']) {
    const account = findAccount(name);
    if (account && canReach(folder)) {
      execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
      return { prefix: [], ...account };
    }
  }
  throw new OperatorError(
    `数据库不能以 root 身份运行，且本机不允许用户命名空间。请改用普通用户启动，或设置 DATABASE_URL。 · PostgreSQL cannot run as root here and user namespaces are not allowed. Start as an ordinary user, or set DATABASE_URL.`,
  );
}

function findAccount(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${name}:`));
  const fields = line?.split(':');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}

/** Whether every folder above lets other accounts through. */
function canReach(folder: string): boolean {
  for (let at = dirname(folder); at !== '/'; at = dirname(at)) {
    const mode = Number(execFileSync('stat', ['-c', '%a', at]).toString().trim());
    if (mode % 2 === 0) return false;
  }
  accessSync(folder, constants.W_OK);
  return true;
}

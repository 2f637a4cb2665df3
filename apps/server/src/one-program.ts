import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError, openHome } from '@zhengtong/platform';

/** Two programs on one folder would fight over its database; the second one says so and goes. */
export class AlreadyRunning extends OperatorError {}

/** Marks the folder as ours. Answers how to leave it. Throws `AlreadyRunning`, or a sentence when it cannot be written. */
export async function claimFolder(home: string): Promise<() => void> {
  await openHome(home);
  const file = join(home, 'program.pid');
  claim(file);
  return () => rmSync(file, { force: true });
}

function claim(file: string): void {
  try {
    writeFileSync(file, identify(process.pid), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const text = readFileSync(file, 'utf8');
    const pid = Number(text.split(' ')[0]);
    if (pid !== process.pid && text !== '' && identify(pid) === text) {
      throw new AlreadyRunning(
        `政通已在此文件夹运行（进程 ${pid}）。请先停止它，或用 ZHENGTONG_HOME 指定另一个文件夹。 · Zhengtong already runs on this folder (process ${pid}). Stop it first, or name another folder in ZHENGTONG_HOME.`,
      );
    }
    // Left by a program that was killed.
    writeFileSync(file, identify(process.pid), { mode: 0o600 });
  }
}

/** A process by its number and start: numbers are used again after a restart of the machine. */
function identify(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return process.platform === 'linux' ? '' : `${pid}`;
  }
}

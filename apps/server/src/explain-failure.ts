import { OperatorError } from '@zhengtong/platform';

/** What goes wrong at start or in a command, in one sentence with what to do; a stack only for what nobody foresaw. */
export function explainFailure(error: unknown): string {
  const fault = error as NodeJS.ErrnoException & { port?: number; address?: string; hostname?: string };
  if (fault.code === 'EADDRINUSE') {
    return `端口 ${fault.port} 已被占用，请停止占用它的程序，或用 PORT=… 指定另一个端口。 · Port ${fault.port} is taken; stop what uses it, or choose another with PORT=….`;
  }
  if (fault.code === 'EACCES' && fault.syscall === 'listen') {
    return `没有使用端口 ${fault.port} 的权限，请改用 1024 以上的端口（PORT=8080）。 · Port ${fault.port} is not allowed to this account; use one above 1024 (PORT=8080).`;
  }
  if (fault.code === 'EADDRNOTAVAIL' || (fault.code === 'ENOTFOUND' && fault.syscall === 'getaddrinfo')) {
    const host = fault.address ?? fault.hostname;
    return `本机没有 HOST 指定的地址 ${host}：请填本机的地址，如 127.0.0.1 或 0.0.0.0。 · This machine has no address ${host}, which HOST names: give one it has, such as 127.0.0.1 or 0.0.0.0.`;
  }
  if (fault.code === 'ENOSPC') {
    return '磁盘已满，请清理后再试。 · The disk is full; make room and try again.';
  }
  if (fault instanceof OperatorError) return fault.message;
  return `出了没有料到的问题，没有做完 · something unforeseen went wrong, and it was not finished\n${fault?.stack ?? String(error)}`;
}

const ofFiles: Record<string, string> = {
  ENOENT: '没有这个文件或文件夹 · no such file or folder',
  ENOTDIR: '路径中间有一段不是文件夹 · a part of the path is no folder',
  EISDIR: '这是文件夹，不是文件 · this is a folder, not a file',
  EACCES: '没有权限 · permission denied',
  EPERM: '没有权限 · permission denied',
  EROFS: '所在的盘只读 · the disk is read-only',
  EEXIST: '已经存在，不覆盖 · exists already and is not overwritten',
  ENOSPC: '磁盘已满 · the disk is full',
  EADDRINUSE: '端口已被占用 · the port is in use',
};

const ofWords: Record<string, string> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '没有这个选项 · no such option',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '选项缺值或不该有值 · the option lacks its value, or takes none',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '多了一个词 · one word too many',
};

/**
 * One sentence for what the person at the keyboard can put right: a path, a permission, an option. Undefined for
 * anything else, which is a fault of this program and must keep its stack.
 */
export function sayMistake(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const found = ofFiles[code] ?? ofWords[code];
  if (!found) return undefined;
  const [quoted] = /'[^']+'/.exec(error.message) ?? [];
  const about = 'path' in error ? String(error.path) : 'port' in error ? String(error.port) : (quoted ?? '');
  return `✗ ${about ? `${about}：` : ''}${found}`;
}

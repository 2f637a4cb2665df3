// Runs before every npm command, on whatever Node the machine has (20 or newer), so it is plain JavaScript.
// Installs what package-lock.json names when that changed since the last time; 0.1 s otherwise.
// `npm ci` is not used: it refuses lock files in which some platform's optional packages are absent.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules', '.prepared');
const stamp = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  try {
    accessSync(existsSync(join(root, 'node_modules')) ? join(root, 'node_modules') : root, constants.W_OK);
  } catch {
    console.error(
      `无法写入 ${root}：请用拥有这个文件夹的账号运行，或更改其权限。 · Cannot write to ${root}: run as the account that owns this folder, or change its permissions.`,
    );
    process.exit(1);
  }
  console.log('正在准备（首次约一分钟）… · Preparing (about a minute the first time)…');
  // NODE_ENV=production in the shell would leave out the tools that build the console.
  const env = { ...process.env };
  delete env.NODE_ENV;
  // One package reports each installation to its makers; an older npm runs it whatever allowScripts says.
  env.SCARF_ANALYTICS = 'false';
  const flags = ['--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    execFileSync('npm', ['install', ...flags], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  } catch {
    console.error(
      '依赖安装失败：请检查网络与 npm 设置后重试。 · Installing dependencies failed: check the network and npm settings, then try again.',
    );
    process.exit(1);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

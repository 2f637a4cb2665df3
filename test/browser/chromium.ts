// Where the tests' browser comes from, best first: the packaged one (same everywhere), CHROME_PATH, the system's.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

export type Chromium = { executablePath: string; env: Record<string, string> };

const require = createRequire(import.meta.url);
const runs = (file: string, env: Record<string, string>): boolean =>
  spawnSync(file, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 }).status === 0;

/**
 * The packaged chromium unpacked, with the libraries a bare machine may lack. The folder carries the version, since the
 * package itself takes whatever an older version left. Two test processes at once each unpack for themselves;
 * the first to rename wins and the other throws its copy away.
 */
async function findPackaged(): Promise<Chromium | undefined> {
  const binFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin');
  const { version } = JSON.parse(readFileSync(join(binFolder, '..', 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `zhengtong-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(home)) {
    const draft = mkdtempSync(`${home}-`);
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const before = process.env.TMPDIR;
    process.env.TMPDIR = draft;
    try {
      // Both read TMPDIR before their first await, so it may be put back at once.
      const unpacking = [chromium.executablePath(binFolder), inflate(join(binFolder, 'al2023.tar.br'))];
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      await Promise.all(unpacking);
      renameSync(draft, home);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  const executablePath = join(home, 'chromium');
  if (runs(executablePath, {})) return { executablePath, env: {} };
  // libnss3 and its kin are the only libraries missing on a plain Debian.
  const env = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') };
  return runs(executablePath, env) ? { executablePath, env } : undefined;
}

/** A browser that starts on this machine; throws with what to do where there is none. */
export async function findChromium(): Promise<Chromium> {
  mkdirSync(tmpdir(), { recursive: true });
  const packaged = await findPackaged().catch(() => undefined);
  if (packaged) return packaged;
  for (const executablePath of [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'])
    if (executablePath && runs(executablePath, {})) return { executablePath, env: {} };
  throw new Error(
    '没有可用的浏览器：请安装 chromium，或用 CHROME_PATH 指明其位置。 · No browser starts here: install chromium, or name one in CHROME_PATH.',
  );
}

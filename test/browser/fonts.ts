// Chinese type for a machine that has none: a fontconfig file that points at the font package alone,
// so that every machine draws the same picture.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

const weights = ['400Regular', '500Medium', '700Bold'];

/** The path of a fontconfig file, for FONTCONFIG_FILE. */
export function writeFontConfig(): string {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const folder = join(tmpdir(), `zhengtong-fonts-${userInfo().uid}`);
  mkdirSync(join(folder, 'cache'), { recursive: true });
  const file = join(folder, 'fonts.conf');
  const prefer = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${weights.map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('\n')}
<cachedir>${join(folder, 'cache')}</cachedir>
${['sans-serif', 'serif', 'monospace', 'system-ui'].map(prefer).join('\n')}
</fontconfig>\n`,
  );
  return file;
}

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError, deriveKeys, type Keys, readMasters } from '@zhengtong/platform';

/**
 * The keys that seal personal data: from configuration, or for the embedded database made once and kept beside it. A
 * server database without configured keys is refused: whoever copied the folder would have lost the data with it.
 */
export function loadKeys(config: Config): Keys {
  if (config.masters) return deriveKeys(config.masters);
  if (config.databaseUrl) {
    throw new ConfigError(
      `使用 DATABASE_URL 时必须设置 ZHENGTONG_KEYS（例如 k1:$(openssl rand -base64 32)），并妥善备份。 · With DATABASE_URL, ZHENGTONG_KEYS must be set (for example k1:$(openssl rand -base64 32)) and kept in a safe place.`,
    );
  }
  const file = join(config.home, 'keys');
  if (!existsSync(file)) writeFileSync(file, `k1:${randomBytes(32).toString('base64')}`, { mode: 0o600 });
  return deriveKeys(readMasters(readFileSync(file, 'utf8')));
}

import { areOurKeys } from '@zhengtong/identity';
import { ConfigError, type Ctx } from '@zhengtong/platform';

/** Before anything is written: under strange keys every citizen would be a new one, and the city would be two in one database. */
export async function checkKeys(ctx: Pick<Ctx, 'tx' | 'keys'>): Promise<void> {
  if (await areOurKeys(ctx)) return;
  throw new ConfigError(
    `密钥打不开这个数据库里的内容：ZHENGTONG_KEYS 应是当初的那几把，新的在前、旧的在后，一把不少。 · These keys do not open what is in this database: ZHENGTONG_KEYS must hold those it was written with, the newest first, the oldest last, none missing.`,
  );
}

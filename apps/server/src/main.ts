import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// The one process. Only the entry sets this, before React loads: in the shell it would make npm drop the tools.
process.env.NODE_ENV ??= 'production';
// What the engine made of a thousand files once serves the next start; who cannot write there starts as before.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/zhengtong/compiled'));

const { readConfig } = await import('@zhengtong/platform');
const { explainFailure } = await import('./explain-failure.ts');
const { openHouse } = await import('./house.ts');
const { sayStarted } = await import('./say-started.ts');

let closing = false;

const fail = (error: unknown): never => {
  console.error(explainFailure(error));
  process.exit(1);
};

try {
  const opening = openHouse(readConfig(process.env, process.cwd()));
  const close = async (signal: string): Promise<void> => {
    // A second Ctrl-C from an impatient operator must not cut the draining short.
    if (closing) return;
    closing = true;
    console.log(`\n${signal}：正在收尾并停止… · finishing what is in hand and stopping…`);
    // Pressed while the house is being opened: it is closed once it stands. Left in the middle, its database would run on.
    await (await opening).close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void close(signal).catch(fail));
  const house = await opening;
  if (!closing) sayStarted(house);
} catch (error) {
  fail(error);
}

import { toBytes } from '../bytes.ts';
import { openLog } from '../log.ts';
import { checkSignature } from '../node/check-signature.ts';
import { sha256Tree as tree } from '../node/native-hash.ts';
import { memoryStore } from '../store.ts';
import { testOrigin } from './keys.ts';
import { cosigned, type makeWorld, testTime } from './world.ts';

/** What a log with two faces would sign: another tree of the same size, cosigned by witnesses that were fooled. */
export async function rewriteLog({
  logSigners,
  witnesses,
  log,
}: Awaited<ReturnType<typeof makeWorld>>): Promise<string> {
  const other = await openLog({
    store: memoryStore(),
    tree,
    origin: testOrigin,
    signers: logSigners,
    check: checkSignature,
  });
  while (other.size < log.size) other.append(toBytes(`other ${other.size}`));
  return cosigned(await other.publish(), witnesses.slice(0, 2), testTime);
}

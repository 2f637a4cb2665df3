import { hmacSm3 } from '@zhengtong/crypto';
import { toBytes } from '../bytes.ts';
import { openLog } from '../log.ts';
import { checkSignature } from '../node/check-signature.ts';
import { sha256Tree as tree } from '../node/native-hash.ts';
import { writeSignatureLine } from '../note.ts';
import { proveInclusion } from '../prove.ts';
import { writeLeaf } from '../receipt/leaf.ts';
import { type ReceiptFormat, writeReceipt } from '../receipt/receipt.ts';
import { type NoteSigner, signNote, signText } from '../sign-note.ts';
import { memoryStore } from '../store.ts';
import { writeTlogProof } from '../tlog-proof.ts';
import { writeVkey } from '../vkey.ts';
import { makeKeys, testOrigin } from './keys.ts';

/** A checkpoint with the cosignatures of these witnesses, all at `time`. */
export async function cosigned(checkpoint: string, witnesses: readonly NoteSigner[], time: number): Promise<string> {
  const text = checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1);
  let note = checkpoint;
  for (const witness of witnesses) note += writeSignatureLine(await signText(witness, text, time));
  return note;
}

export const testTime = Date.parse('2026-11-23T08:00:00+08:00') / 1000;
const salt = Uint8Array.from({ length: 32 }, (_, i) => i);

/** A log of `size` entries, the last two a receipt's and a certificate's, and files that open them. */
export async function makeWorld(size = 300) {
  const keys = makeKeys();
  const store = memoryStore();
  const log = await openLog({ store, tree, origin: testOrigin, signers: keys.logSigners, check: checkSignature });
  const contents: Record<string, string> = {
    'zhengtong/receipt@v1':
      '{"act":"查询婚姻登记 · marriage record read","at":"2026-11-23T07:58:00+08:00","by":"不动产登记中心","purpose":"办件 990100-0001"}',
    'zhengtong/certificate@v1': await signNote(
      '{"holder":"王小明","number":"990100000001","type":"食品经营许可证","validUntil":"2031-11-22"}\n',
      [keys.issuer],
    ),
  };
  while (log.size < size - 2) log.append(toBytes(`entry ${log.size}`));
  const leaves = Object.entries(contents).map(([format, content]) => {
    const leaf = writeLeaf({ type: format, at: '2026-11-23T00:00:00Z' }, hmacSm3(salt, content));
    return { format: format as ReceiptFormat, content, leaf, index: log.append(toBytes(leaf)) };
  });
  const signed = await log.publish();
  const checkpoint = await cosigned(signed, keys.witnesses.slice(0, 2), testTime);
  const files: string[] = [];
  for (const { format, content, leaf, index } of leaves) {
    const hashes = await proveInclusion(store, tree, index, size);
    if (!hashes.ok) throw new Error(hashes.refusal.path);
    const proof = writeTlogProof({ index, hashes: hashes.value, checkpoint });
    files.push(writeReceipt({ format, content, salt, leaf, proof }));
  }
  const [receipt, certificate] = files as [string, string];
  const issuers = [{ vkey: writeVkey(keys.issuer.key), zh: '九九区行政审批局', en: 'Area 99 Approval Office' }];
  const trust = JSON.stringify({
    format: 'zhengtong/trust@v1',
    madeAt: '2026-11-23T00:00:00Z',
    policy: keys.policyText,
    issuers,
    checkpoint,
  });
  return { ...keys, store, log, signed, checkpoint, receipt, certificate, trust, salt, leaves };
}

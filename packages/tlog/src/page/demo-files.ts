import { randomBytes } from 'node:crypto';
import { generateEd25519KeyPair, generateSm2KeyPair, hmacSm3 } from '@zhengtong/crypto';
import { toBytes } from '../bytes.ts';
import { openLog } from '../log.ts';
import { ed25519Signer, nodeParts, sm2Signer } from '../node/index.ts';
import { writeSignatureLine } from '../note.ts';
import { proveInclusion } from '../prove.ts';
import { writeLeaf } from '../receipt/leaf.ts';
import { writeReceipt } from '../receipt/receipt.ts';
import { signNote, signText } from '../sign-note.ts';
import { memoryStore } from '../store.ts';
import { writeTlogProof } from '../tlog-proof.ts';
import { writeVkey } from '../vkey.ts';

/** A receipt, a certificate and a forged receipt of area 99 with the trust file they are judged by; keys are thrown away. */
export async function makeDemoFiles(now: Date): Promise<Record<string, string>> {
  const origin = 'log.example/990100';
  const logSigners = [
    ed25519Signer(origin, generateEd25519KeyPair().privateKey),
    sm2Signer(origin, generateSm2KeyPair().privateKey),
  ];
  const witnesses = ['court', 'audit', 'university'].map((name) =>
    sm2Signer(`${name}.example/witness`, generateSm2KeyPair().privateKey, 'cosignature'),
  );
  const issuer = sm2Signer('issuer.example/990100', generateSm2KeyPair().privateKey);
  const act = { act: '查询婚姻登记', at: now.toISOString(), by: '不动产登记中心', purpose: '办件 990100-0001' };
  const licence = { holder: '王小明', number: '990100000001', type: '食品经营许可证', validUntil: '2099-12-31' };
  const contents = {
    receipt: JSON.stringify(act),
    certificate: await signNote(`${JSON.stringify(licence)}\n`, [issuer]),
  };
  const { tree, check } = nodeParts;
  const store = memoryStore();
  const log = await openLog({ store, tree, origin, signers: logSigners, check });
  for (let i = 0; i < 1000; i++) log.append(randomBytes(64));
  const entries = Object.entries(contents).map(([name, content]) => {
    const salt = new Uint8Array(randomBytes(32));
    const leaf = writeLeaf({ type: name, at: now.toISOString() }, hmacSm3(salt, content));
    return { name, content, salt, leaf, index: log.append(toBytes(leaf)) };
  });
  let checkpoint = await log.publish();
  const text = checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1);
  const time = Math.floor(now.getTime() / 1000);
  for (const witness of witnesses.slice(0, 2)) {
    checkpoint += writeSignatureLine(await signText(witness, text, time));
  }
  const policy = [
    ...logSigners.map(({ key }) => `log ${writeVkey(key)}`),
    ...witnesses.map(({ key }, i) => `witness ${['法院', '审计局', '大学'][i]} ${writeVkey(key)}`),
    'group 两家 2 法院 审计局 大学\nquorum 两家\n',
  ].join('\n');
  const issuers = [{ vkey: writeVkey(issuer.key), zh: '九九区行政审批局', en: 'Area 99 Approval Office' }];
  const trust = { format: 'zhengtong/trust@v1', madeAt: now.toISOString(), policy, issuers, checkpoint };
  const files: Record<string, string> = { 'trust.json': `${JSON.stringify(trust, null, 1)}\n` };
  for (const { name, content, salt, leaf, index } of entries) {
    const hashes = await proveInclusion(store, tree, index, log.size);
    if (!hashes.ok) throw new Error(`no tile ${hashes.refusal.path}`);
    const proof = writeTlogProof({ index, hashes: hashes.value, checkpoint });
    const format = name === 'receipt' ? 'zhengtong/receipt@v1' : 'zhengtong/certificate@v1';
    files[`${name}.json`] = writeReceipt({ format, content, salt, leaf, proof });
  }
  files['receipt-forged.json'] = (files['receipt.json'] ?? '').replace('查询', '删除');
  return files;
}

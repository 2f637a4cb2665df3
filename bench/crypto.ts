// `npm run bench crypto [part of a name]`: each operation beside raw node:crypto doing the same in the same run, and beside
// sm-crypto and sm-crypto-v2. Contestants take turns in short rounds and are charged the processor time they used, so
// that what else the machine does changes the figures little and the ratios less.
import * as node from 'node:crypto';
import { createRequire } from 'node:module';
import * as our from '@zhengtong/crypto';
import { must } from '@zhengtong/kernel';
import * as v2 from 'sm-crypto-v2';

export const summary =
  'crypto：与 node:crypto、sm-crypto、sm-crypto-v2 同跑比较 · against raw node:crypto and two libraries';

type OldLibrary = {
  sm2: {
    doSignature(message: string, secret: string, options: object): string;
    doVerifySignature(message: string, signature: string, point: string, options: object): boolean;
    doEncrypt(message: string, point: string, mode: number): string;
    doDecrypt(ciphertext: string, secret: string, mode: number): string;
  };
  sm3(input: string): string;
};
const v1 = createRequire(import.meta.url)('sm-crypto') as OldLibrary;

type Row = { name: string; unit?: string; ours: () => unknown } & {
  [rival in 'raw' | 'smCrypto' | 'smCryptoV2']?: () => unknown;
};

const text = '政务数据共享'.repeat(28).slice(0, 170);
const message = Buffer.from(text);
const mib = node.randomBytes(1 << 20);
const { privateKey, publicKey } = our.generateSm2KeyPair();
const rawPrivate = node.createPrivateKey(our.exportSm2PrivatePem(privateKey));
const rawPublic = node.createPublicKey(our.exportSm2PublicPem(publicKey));
const pointHex = our.toHex(our.exportSm2Point(publicKey));
const secretHex = rawPrivate.export({ type: 'pkcs8', format: 'der' }).toString('hex').slice(72, 136);
const za = our.sm2Za(our.exportSm2Point(publicKey));
const standard = { hash: true, der: true, userId: our.sm2DefaultId };
const signature = our.sm2Sign(privateKey, message);
const signatureHex = our.toHex(signature);
const plain = Buffer.alloc(32, '0');
const ciphertext = our.sm2Encrypt(publicKey, plain, 'raw');
const v2Hex = our.toHex(ciphertext.subarray(1));
const ed = our.generateEd25519KeyPair();
const ec = our.generateEcdsaKeyPair();
const edSignature = our.ed25519Sign(ed.privateKey, message);
const ecSignature = our.es256Sign(ec.privateKey, message);
const p1363 = { dsaEncoding: 'ieee-p1363' } as const;
const [key, iv, nonce] = [node.randomBytes(16), node.randomBytes(16), node.randomBytes(12)];
const envelope = our.envelopeKey('bench', node.randomBytes(32));
const sealed = our.sealEnvelope(envelope, message);
const gcm = our.sm4GcmSeal(key, nonce, mib);
const ff1 = our.createTextFf1('sm4', key, our.codeAlphabets.digits);
const value = { name: '张三', items: [1, 2.5, true, null], number: '990100199001011234', nested: { b: 1, a: text } };
const request = {
  method: 'POST',
  url: 'https://share.example/a?b=1',
  fields: [['Content-Digest', our.contentDigest(message)]],
} as const;
const signing = {
  label: 's',
  components: ['@method', '@target-uri', 'content-digest'],
  algorithm: 'ed25519',
  key: ed.privateKey,
  created: 1,
} as const;
const headers = must(our.signHttpMessage(request, signing));
const signed = {
  ...request,
  fields: [...request.fields, ['Signature-Input', headers.signatureInput], ['Signature', headers.signature]] as const,
};
const [notBefore, notAfter] = [0, Date.UTC(2060, 0)];
const certificate = our.buildCertificate({
  subject: [['CN', '测试']],
  publicKey,
  issuerKey: privateKey,
  notBefore,
  notAfter,
});

const ctr = (input: Buffer): Buffer => node.createCipheriv('sm4-ctr', key, iv).update(input);
const cbc = (input: Buffer): Buffer => node.createCipheriv('sm4-cbc', key, iv).update(input);

function listRows(): Row[] {
  const rows: Row[] = [
    {
      name: 'SM2 sign',
      ours: () => our.sm2Sign(privateKey, message),
      raw: () => node.createSign('sm3').update(za).update(message).sign(rawPrivate),
      smCrypto: () => v1.sm2.doSignature(text, secretHex, standard),
      smCryptoV2: () => v2.sm2.doSignature(text, secretHex, standard),
    },
    {
      name: 'SM2 verify',
      ours: () => our.sm2Verify(publicKey, message, signature),
      raw: () => node.createVerify('sm3').update(za).update(message).verify(rawPublic, signature),
      smCrypto: () => v1.sm2.doVerifySignature(text, signatureHex, pointHex, standard),
      smCryptoV2: () => v2.sm2.doVerifySignature(text, signatureHex, pointHex, standard),
    },
    {
      name: 'SM2 encrypt 32 B',
      ours: () => our.sm2Encrypt(publicKey, plain, 'raw'),
      smCrypto: () => v1.sm2.doEncrypt('0'.repeat(32), pointHex, 1),
      smCryptoV2: () => v2.sm2.doEncrypt('0'.repeat(32), pointHex, 1),
    },
    {
      name: 'SM2 decrypt 32 B',
      ours: () => must(our.sm2Decrypt(privateKey, ciphertext, 'raw')),
      smCrypto: () => v1.sm2.doDecrypt(v2Hex, secretHex, 1),
      smCryptoV2: () => v2.sm2.doDecrypt(v2Hex, secretHex, 1),
    },
    {
      name: 'SM3 510 B',
      ours: () => our.sm3(message),
      raw: () => node.hash('sm3', message, 'buffer'),
      smCrypto: () => v1.sm3(text),
      smCryptoV2: () => v2.sm3(text),
    },
    {
      name: 'HMAC-SM3 510 B',
      ours: () => our.hmacSm3(key, message),
      raw: () => node.createHmac('sm3', key).update(message).digest(),
    },
    { name: 'SM3 1 MiB', unit: 'MiB/s', ours: () => our.sm3(mib), raw: () => node.hash('sm3', mib, 'buffer') },
    { name: 'SM4-CTR 1 MiB', unit: 'MiB/s', ours: () => our.sm4Ctr(key, iv, mib), raw: () => ctr(mib) },
    { name: 'SM4-CBC 1 MiB', unit: 'MiB/s', ours: () => our.sm4CbcEncrypt(key, iv, mib), raw: () => cbc(mib) },
    {
      name: 'SM4-GCM open 1 MiB (raw: CTR)',
      unit: 'MiB/s',
      ours: () => must(our.sm4GcmOpen(key, nonce, gcm)),
      raw: () => ctr(mib),
    },
    {
      name: 'SM4-CCM seal 1 MiB (raw: CTR + CBC)',
      unit: 'MiB/s',
      ours: () => our.sm4CcmSeal(key, nonce, mib),
      raw: () => [ctr(mib), cbc(mib)],
    },
    {
      name: 'envelope seal 510 B',
      ours: () => our.sealEnvelope(envelope, message),
      raw: () =>
        node
          .createHmac('sm3', key)
          .update(node.createCipheriv('sm4-ctr', key, node.randomBytes(16)).update(message))
          .digest(),
    },
    {
      name: 'envelope open 510 B',
      ours: () => must(our.openEnvelope([envelope], sealed)),
      raw: () => [node.createHmac('sm3', key).update(message).digest(), ctr(message)],
    },
    {
      name: 'Ed25519 sign',
      ours: () => our.ed25519Sign(ed.privateKey, message),
      raw: () => node.sign(null, message, ed.privateKey),
    },
    {
      name: 'Ed25519 verify',
      ours: () => our.ed25519Verify(ed.publicKey, message, edSignature),
      raw: () => node.verify(null, message, ed.publicKey, edSignature),
    },
    {
      name: 'ES256 sign',
      ours: () => our.es256Sign(ec.privateKey, message),
      raw: () => node.sign('sha256', message, { key: ec.privateKey, ...p1363 }),
    },
    {
      name: 'ES256 verify',
      ours: () => our.es256Verify(ec.publicKey, message, ecSignature),
      raw: () => node.verify('sha256', message, { key: ec.publicKey, ...p1363 }, ecSignature),
    },
    {
      name: 'HTTP sign (raw: Ed25519)',
      ours: () => must(our.signHttpMessage(request, signing)),
      raw: () => node.sign(null, message, ed.privateKey),
    },
    {
      name: 'HTTP verify (raw: Ed25519)',
      ours: () =>
        must(
          our.verifyHttpMessage(signed, {
            required: [],
            now: 1,
            findKey: () => ({ algorithm: 'ed25519', key: ed.publicKey }),
          }),
        ),
      raw: () => node.verify(null, message, ed.publicKey, edSignature),
    },
    {
      name: 'certificate parse',
      ours: () => must(our.parseCertificate(certificate)),
      raw: () => new node.X509Certificate(certificate).publicKey,
    },
    { name: 'FF1-SM4 18 digits', ours: () => must(ff1.encrypt('990100199001011234')) },
    {
      name: 'canonical JSON (raw: JSON.stringify)',
      ours: () => must(our.canonicalJson(value)),
      raw: () => JSON.stringify(value),
    },
    {
      name: 'pseudonym (raw: HMAC)',
      ours: () =>
        our.sectorPseudonym(mib.subarray(0, 32), {
          sector: '医保',
          kind: 'resident',
          identifier: '990100199001011234',
        }),
      raw: () => node.createHmac('sm3', key).update(key).digest(),
    },
  ];
  if (our.hasMlDsa()) {
    const pair = our.generateMlDsaKeyPair('ml-dsa-65');
    const made = our.mlDsaSign(pair.privateKey, message);
    rows.push(
      {
        name: 'ML-DSA-65 sign',
        ours: () => our.mlDsaSign(pair.privateKey, message),
        raw: () => node.sign(null, message, pair.privateKey),
      },
      {
        name: 'ML-DSA-65 verify',
        ours: () => our.mlDsaVerify(pair.publicKey, message, made),
        raw: () => node.verify(null, message, pair.publicKey, made),
      },
    );
  }
  return rows;
}

const rivals = ['ours', 'raw', 'smCrypto', 'smCryptoV2'] as const;
const rounds = 9;
const roundMs = 30;

function perSecond(run: () => unknown): number {
  let done = 0;
  const used = process.cpuUsage();
  const started = performance.now();
  do {
    run();
    done++;
  } while (performance.now() - started < roundMs);
  const { user, system } = process.cpuUsage(used);
  return (done / (user + system)) * 1e6;
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Medians of rounds taken in turn. The first round only warms up. */
function measure(row: Row): Partial<Record<(typeof rivals)[number], number>> {
  const figures = new Map<(typeof rivals)[number], number[]>();
  for (let round = 0; round <= rounds; round++)
    for (const rival of rivals) {
      const run = row[rival];
      if (!run) continue;
      const figure = perSecond(run);
      if (round > 0) figures.set(rival, [...(figures.get(rival) ?? []), figure]);
    }
  return Object.fromEntries([...figures].map(([rival, all]) => [rival, median(all)]));
}

const say = (figure: number | undefined): string =>
  figure === undefined ? '–' : Math.round(figure).toLocaleString('en');

export async function run(args: string[]): Promise<number> {
  const wanted = listRows().filter((row) => row.name.toLowerCase().includes((args.join(' ') || '').toLowerCase()));
  console.log(
    `${'操作 operation'.padEnd(38)}${['ours', 'node:crypto', 'ratio', 'sm-crypto', 'v2'].map((head) => head.padStart(13)).join('')}`,
  );
  const figures = wanted.map((row) => {
    const { ours = 0, raw, smCrypto, smCryptoV2 } = measure(row);
    const ratio = raw === undefined ? null : Math.round((ours / raw) * 1000) / 1000;
    const cells = [say(ours), say(raw), ratio?.toFixed(2) ?? '–', say(smCrypto), say(smCryptoV2)];
    console.log(`${`${row.name} ${row.unit ?? '1/s'}`.padEnd(40)}${cells.map((cell) => cell.padStart(13)).join('')}`);
    const round = (figure: number | undefined): number | null => (figure === undefined ? null : Math.round(figure));
    return {
      name: row.name,
      figure: Math.round(ours),
      unit: row.unit ?? '1/s',
      limit: round(raw),
      ratio,
      smCrypto: round(smCrypto),
      smCryptoV2: round(smCryptoV2),
    };
  });
  console.log(JSON.stringify({ bench: 'crypto', figures }));
  return 0;
}

import { type Bytes, sm3 } from '@zhengtong/crypto';
import type { FontSet } from '../fonts/font-set.ts';
import type { Layout, Stamp } from '../layout/layout.ts';
import { buildOfdFiles, type OfdFiles, type WrittenOfd } from '../write/write-ofd.ts';
import { element, sayAll, xmlFile } from '../xml/write-xml.ts';
import { writeZip } from '../zip/write-zip.ts';
import { sm2WithSm3, sm3Oid } from './ses.ts';
import { makeSealSignature, type Signer } from './write-ses.ts';

/** A seal to be put down: the seal itself, whose key signs, and where it shows. */
export type Sealing = {
  readonly seal: Bytes;
  readonly signer: Signer;
  readonly stamps: readonly Stamp[];
};

/** Writes the layout as OFD and seals it. Every file is protected, the list of signatures too: nothing can be added after. */
export function writeSealedOfd(
  layout: Layout,
  fonts: FontSet,
  sealings: readonly Sealing[],
  sealedAt: number,
): WrittenOfd {
  const { files, missing, pageIds } = buildOfdFiles(layout, fonts);
  sealFiles(files, pageIds, sealings, sealedAt);
  return { bytes: writeZip(files), missing };
}

const folder = 'Doc_0/Signs';

/**
 * Adds one signature after another. Each protects all files there are, the signatures before it included; the list is
 * written first, so that all of them protect it as well (GB/T 33190, 18: 签名列表文件被保护后不能再追加签名).
 */
function sealFiles(files: OfdFiles, pageIds: readonly number[], sealings: readonly Sealing[], sealedAt: number): void {
  if (sealings.length === 0) return;
  const list = sealings.map((_, i) =>
    element('Signature', {
      ID: `s${String(i + 1).padStart(3, '0')}`,
      Type: 'Seal',
      BaseLoc: `/${folder}/Sign_${i}/Signature.xml`,
    }),
  );
  const maxId = `s${String(sealings.length).padStart(3, '0')}`;
  files.set(`${folder}/Signatures.xml`, xmlFile(element('Signatures', {}, [element('MaxSignId', {}, maxId), ...list])));
  const entry = new TextDecoder().decode(files.get('OFD.xml'));
  files.set(
    'OFD.xml',
    new TextEncoder().encode(
      entry.replace('</ofd:DocBody>', `<ofd:Signatures>/${folder}/Signatures.xml</ofd:Signatures></ofd:DocBody>`),
    ),
  );
  let stampId = 0;
  sealings.forEach((sealing, i) => {
    const base = `${folder}/Sign_${i}`;
    files.set(`${base}/Seal.esl`, sealing.seal);
    const references = [...files].map(([name, bytes]) =>
      element('Reference', { FileRef: `/${name}` }, [
        element('CheckValue', {}, Buffer.from(sm3(bytes)).toString('base64')),
      ]),
    );
    const stamps = sealing.stamps.map((stamp) =>
      element('StampAnnot', {
        ID: `stamp${++stampId}`,
        PageRef: pageIds[stamp.page],
        Boundary: sayAll([stamp.x, stamp.y, stamp.width, stamp.height]),
      }),
    );
    const signature = xmlFile(
      element('Signature', {}, [
        element('SignedInfo', {}, [
          element('Provider', { ProviderName: 'zhengtong-ofd', Version: '0.1.0', Company: 'Zhengtong' }),
          element('SignatureMethod', {}, sm2WithSm3),
          element('SignatureDateTime', {}, new Date(sealedAt).toISOString().replace(/\.\d+Z$/, 'Z')),
          element('References', { CheckMethod: sm3Oid }, references),
          ...stamps,
          element('Seal', {}, [element('BaseLoc', {}, `/${base}/Seal.esl`)]),
        ]),
        element('SignedValue', {}, `/${base}/SignedValue.dat`),
      ]),
    );
    files.set(`${base}/Signature.xml`, signature);
    const propertyInfo = `/${base}/Signature.xml`;
    const signed = makeSealSignature(
      { seal: sealing.seal, sealedAt, dataHash: sm3(signature), propertyInfo },
      sealing.signer,
    );
    files.set(`${base}/SignedValue.dat`, signed);
  });
}

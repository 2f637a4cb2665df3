// Files for tests, made by hand so that each holds exactly what is tried.
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';

type Sheet = { readonly box?: string; readonly content?: string; readonly times?: number };

/** A PDF of these pages; a content is packed, so that much drawing fits into few bytes. */
export function samplePdf(sheets: readonly Sheet[], extra = ''): Buffer {
  const kids = sheets.map((_, at) => `${10 + 2 * at} 0 R`).join(' ');
  const parts: (string | Buffer)[] = [
    '%PDF-1.4\n',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n',
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${sheets.length}>>endobj\n`,
    '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n',
  ];
  for (const [at, { box = '0 0 595 842', content = '1 0 0 rg 50 50 200 200 re f ', times = 1 }] of sheets.entries()) {
    const packed = deflateSync(Buffer.from(content.repeat(times)));
    parts.push(
      `${10 + 2 * at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Resources<</Font<</F 3 0 R>>>>/Contents ${11 + 2 * at} 0 R>>endobj\n`,
      `${11 + 2 * at} 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`,
      packed,
      '\nendstream endobj\n',
    );
  }
  parts.push(`trailer<</Root 1 0 R${extra}>>\n%%EOF\n`);
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** Left half red, right half blue. */
export async function samplePhoto(format: 'png' | 'jpeg'): Promise<Buffer> {
  const canvas = createCanvas(400, 200);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ff0000';
  pen.fillRect(0, 0, 200, 200);
  pen.fillStyle = '#0000ff';
  pen.fillRect(200, 0, 200, 200);
  return format === 'png' ? await canvas.encode('png') : await canvas.encode('jpeg', 95);
}

/** As a phone held upright writes it: turned by 90 degrees, and with words in it that say where. */
export function withExif(jpeg: Buffer, where: string): Buffer {
  const words = Buffer.from(`${where}\0`);
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  // Orientation (0x0112): 6. ImageDescription (0x010e): the words.
  tiff.writeUInt16LE(0x010e, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(words.length, 14);
  tiff.writeUInt32LE(tiff.length, 18);
  tiff.writeUInt16LE(0x0112, 22);
  tiff.writeUInt16LE(3, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt16LE(6, 30);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, words]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A PNG that says to be so large and has almost no bytes. */
export function samplePngBomb(side: number): Buffer {
  const head = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(side, 16);
  head.writeUInt32BE(side, 20);
  head.set([8, 6, 0, 0, 0], 24);
  return Buffer.concat([head, Buffer.from('0000000049454e44ae426082', 'hex')]);
}

/** A zip of one entry named as the first of an OFD is: enough to be told for one, nothing to draw. */
export function sampleOfd(
  entry = 'OFD.xml',
  text = '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>',
): Buffer<ArrayBuffer> {
  const [name, content] = [Buffer.from(entry), Buffer.from(text)];
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, content]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

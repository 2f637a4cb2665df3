// Files as citizens send them, and as somebody sends them who means harm.
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The test file every scanner knows (EICAR), put together here so that no scanner finds it in the repository. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

/** A PDF of one page; random bytes after its end make it as large as wanted and hard to pack. */
export function pdf({ inside = '', bytes = 0 } = {}): Buffer {
  const text = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
${inside ? `4 0 obj<</Length ${inside.length}>>stream\n${inside}\nendstream endobj\n` : ''}trailer<</Root 1 0 R>>
%%EOF
`;
  return Buffer.concat([Buffer.from(text), randomBytes(bytes)]);
}

/** A Word document with one more thing in it: to the house a docx, to a scanner a zip. */
export const docx = (more: Readonly<Record<string, Buffer>> = {}): Buffer =>
  zip({
    '[Content_Types].xml': Buffer.from(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': Buffer.from('<w:document/>'),
    ...more,
  });

/** Stored, not packed. */
export function zip(entries: Readonly<Record<string, Buffer>>): Buffer {
  const [parts, directory]: Buffer[][] = [[], []];
  let at = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory?.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, place, Buffer.from(name));
    parts?.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory ?? []);
  const count = Object.keys(entries).length;
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...(parts ?? []), central, end]);
}

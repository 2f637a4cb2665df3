import { ok, type Result } from '@zhengtong/kernel';
import { ptOf } from '../layout/layout.ts';
import { readBox } from '../read/geometry.ts';
import { type OfdPackage, type OfdRefusal, openPackage } from '../read/package.ts';
import { type OfdDocument, readDocuments } from '../read/read-ofd.ts';
import { childOf, childrenOf } from '../xml/read-xml.ts';
import { joinLines, roleOf, type Seen, type SeenBar, type SeenStamp } from './seen.ts';

/** What an OFD file shows, its seals included. The first document of the file. */
export function seeOfd(bytes: Uint8Array): Result<Seen, OfdRefusal> {
  const pack = openPackage(bytes);
  if (!pack.ok) return pack;
  const documents = readDocuments(pack.value);
  if (!documents.ok) return documents;
  const document = documents.value[0] as OfdDocument;
  const bars: SeenBar[] = [];
  const pieces = document.pages.flatMap((page, p) =>
    page.items.flatMap((item) => {
      if (item.kind === 'path') bars.push({ page: p, ...item.box, color: item.fill ?? item.stroke });
      if (item.kind !== 'text' || item.text.trim() === '') return [];
      return [
        {
          page: p,
          text: item.text,
          at: item.at.map(([x]) => x),
          baseline: item.at[0]?.[1] ?? 0,
          size: ptOf(item.size),
          em: item.size,
          font: roleOf(item.font?.family, item.font?.name),
          fontName: item.font?.name ?? '',
          color: item.color,
        },
      ];
    }),
  );
  return ok({
    source: 'ofd',
    pages: document.pages.map((page) => ({ width: page.box.width, height: page.box.height })),
    lines: joinLines(pieces),
    bars,
    stamps: listStamps(pack.value, document),
    paragraphs: [],
  });
}

function listStamps(pack: OfdPackage, document: OfdDocument): SeenStamp[] {
  const path = document.signatures;
  const list = path ? pack.xml(path) : undefined;
  if (!path || !list?.ok) return [];
  const stamps: SeenStamp[] = [];
  const indexes = new Map(document.pages.map((one, index) => [one.id, index] as const).reverse());
  for (const node of childrenOf(list.value, 'Signature')) {
    const file = pack.resolve(path, node.attributes.get('BaseLoc') ?? '');
    const signature = file ? pack.xml(file) : undefined;
    if (!signature?.ok) continue;
    for (const annot of childrenOf(childOf(signature.value, 'SignedInfo'), 'StampAnnot')) {
      const page = indexes.get(Number(annot.attributes.get('PageRef')));
      const box = readBox(annot.attributes.get('Boundary'));
      if (page !== undefined && box) stamps.push({ page, ...box });
    }
  }
  return stamps;
}

import PDFDocument from 'pdfkit';
import { type FontSet, saySubstitutions } from '../fonts/font-set.ts';
import { type Piece, preparePieces, type UsedFont } from '../fonts/pieces.ts';
import { subsetFace } from '../fonts/subset.ts';
import { black, type Layout, type Mm, type Outline, type Page, type PathShape, ptOf } from '../layout/layout.ts';

type Doc = PDFKit.PDFDocument;

export type WrittenPdf = { readonly bytes: Uint8Array; readonly missing: readonly string[] };

/** Writes the layout as PDF 1.7: the same pieces at the same places as the OFD, text selectable, fonts embedded. */
export async function writePdf(layout: Layout, fonts: FontSet): Promise<WrittenPdf> {
  const prepared = preparePieces(layout, fonts);
  const said = saySubstitutions(
    fonts,
    prepared.fonts.map((font) => font.cut.role),
  );
  const { meta } = layout;
  const createdAt = meta.createdOn ? new Date(`${meta.createdOn}T00:00:00+08:00`) : new Date(0);
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: meta.title,
      ...(meta.author ? { Author: meta.author } : {}),
      ...(meta.subject ? { Subject: meta.subject } : {}),
      Keywords: [...(meta.keywords ?? []), ...(said ? [`字体替代 ${said}`] : [])].join('，'),
      Creator: '政通 Zhengtong',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const names = new Map<UsedFont, string>();
  prepared.fonts.forEach((font, i) => {
    const name = `F${i}`;
    doc.registerFont(name, Buffer.from(subsetFace(font.face, font.codePoints)));
    names.set(font, name);
  });
  for (const page of layout.pages) {
    doc.addPage({ size: [ptOf(page.width), ptOf(page.height)], margin: 0 });
    drawPage(
      doc,
      page,
      layout,
      (run) => prepared.pieces.get(run) ?? [],
      (piece) => names.get(prepared.fontOf(piece)) ?? '',
    );
  }
  drawOutlines(doc, layout);
  for (const file of layout.attachments ?? []) {
    doc.file(Buffer.from(file.bytes), { name: file.name, creationDate: createdAt, modifiedDate: createdAt });
  }
  doc.end();
  await finished;
  return { bytes: Buffer.concat(chunks), missing: [...prepared.missing] };
}

function drawPage(
  doc: Doc,
  page: Page,
  layout: Layout,
  piecesOf: (run: Piece['run']) => readonly Piece[],
  nameOf: (piece: Piece) => string,
): void {
  for (const item of page.items) {
    if (item.kind === 'path') drawPath(doc, item);
    else if (item.kind === 'image') {
      const image = layout.images?.[item.image];
      if (!image) throw new Error(`the layout has no image ${item.image}`);
      doc.image(Buffer.from(image.bytes), ptOf(item.x), ptOf(item.y), {
        width: ptOf(item.width),
        height: ptOf(item.height),
      });
    } else {
      for (const piece of piecesOf(item)) {
        doc
          .font(nameOf(piece))
          .fontSize(item.size)
          .fillColor([...(item.color ?? black)]);
        drawPiece(doc, piece);
      }
    }
  }
}

/** Characters whose distances exceed their widths by one amount go out as one string with that character spacing. */
function drawPiece(doc: Doc, piece: Piece): void {
  const chars = [...piece.text];
  const scale = piece.run.scaleX ?? 1;
  const size = piece.run.size;
  const extras = chars.map((char, i) => {
    const next = piece.at[i + 1];
    if (next === undefined) return undefined;
    return ptOf(next - (piece.at[i] as Mm)) / scale - piece.face.advance(char.codePointAt(0) as number) * size;
  });
  for (let from = 0; from < chars.length; ) {
    let to = from + 1;
    const extra = extras[from] ?? 0;
    while (to < chars.length && Math.abs((extras[to - 1] ?? 0) - extra) < 0.002) to++;
    const options = { lineBreak: false, baseline: 'alphabetic' as const, characterSpacing: extra };
    const text = chars.slice(from, to).join('');
    const x = ptOf(piece.at[from] as Mm);
    if (scale === 1) doc.text(text, x, ptOf(piece.run.y), options);
    else {
      doc.save().transform(scale, 0, 0, 1, x, 0);
      doc.text(text, 0, ptOf(piece.run.y), options).restore();
    }
    from = to;
  }
}

function drawPath(doc: Doc, shape: PathShape): void {
  for (const step of shape.steps) {
    if (step.op === 'B') {
      const [a, b, c, d, e, f] = step.points;
      doc.bezierCurveTo(ptOf(a), ptOf(b), ptOf(c), ptOf(d), ptOf(e), ptOf(f));
    } else if (step.op === 'M') doc.moveTo(ptOf(step.x), ptOf(step.y));
    else if (step.op === 'L') doc.lineTo(ptOf(step.x), ptOf(step.y));
    else doc.closePath();
  }
  if (shape.width !== undefined) doc.lineWidth(ptOf(shape.width));
  const fill = shape.fill && ([...shape.fill] as [number, number, number]);
  const stroke = shape.stroke && ([...shape.stroke] as [number, number, number]);
  if (fill && stroke) doc.fillAndStroke(fill, stroke);
  else if (fill) doc.fill(fill);
  else if (stroke) doc.stroke(stroke);
}

function drawOutlines(doc: Doc, layout: Layout): void {
  type Entry = { addItem: (title: string, options: object) => Entry };
  const add = (parent: Entry, list: readonly Outline[]): void => {
    for (const outline of list) {
      const width = ptOf(layout.pages[outline.page]?.width ?? 0);
      // pdfkit counts `left` from the right edge.
      const place = { pageNumber: outline.page, left: width, top: ptOf(outline.y ?? 0), expanded: true };
      const entry = parent.addItem(outline.title, place);
      add(entry, outline.children ?? []);
    }
  };
  add(doc.outline as unknown as Entry, layout.outlines ?? []);
}

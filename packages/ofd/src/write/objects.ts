import type { Piece, Prepared, UsedFont } from '../fonts/pieces.ts';
import { type Color, type Item, type Mm, mmOf, type PathShape, type Picture, type TextRun } from '../layout/layout.ts';
import { element, say, sayAll, type XmlNode } from '../xml/write-xml.ts';
import type { UnitIds } from './ids.ts';

export type Resources = {
  readonly prepared: Prepared;
  readonly fontIds: ReadonlyMap<UsedFont, number>;
  /** Glyph numbers of characters outside the BMP, by font. */
  readonly glyphs: ReadonlyMap<UsedFont, ReadonlyMap<number, number>>;
  readonly imageIds: ReadonlyMap<string, number>;
};

export type TagRecord = { readonly tag: string; readonly page: number; readonly object: number };

/** The objects of one page in drawing order, as the children of its layer. */
export function drawItems(
  items: readonly Item[],
  page: number,
  ids: UnitIds,
  res: Resources,
  tags: TagRecord[],
): XmlNode[] {
  const drawn: XmlNode[] = [];
  for (const item of items) {
    const add = (draw: (id: number) => XmlNode): void => {
      const id = ids.next();
      if (item.tag) tags.push({ tag: item.tag, page, object: id });
      drawn.push(draw(id));
    };
    if (item.kind === 'path') add((id) => drawPath(item, id));
    else if (item.kind === 'image') add((id) => drawImage(item, id, res));
    else for (const part of listParts(item, res)) add((id) => drawText(part, id, res));
  }
  return drawn;
}

// Readers written in JavaScript or Java count a character outside the BMP as two and would apply two distances to it.
// An object of its own has no distances to get wrong.
function listParts(run: TextRun, res: Resources): Piece[] {
  const parts: Piece[] = [];
  for (const piece of res.prepared.pieces.get(run) ?? []) {
    let plain: { text: string; at: Mm[] } = { text: '', at: [] };
    const close = (): void => {
      if (plain.text) parts.push({ ...piece, ...plain });
      plain = { text: '', at: [] };
    };
    [...piece.text].forEach((char, i) => {
      const x = piece.at[i] as Mm;
      if (char.length > 1) {
        close();
        parts.push({ ...piece, text: char, at: [x] });
      } else {
        plain.text += char;
        plain.at.push(x);
      }
    });
    close();
  }
  return parts;
}

function drawText(piece: Piece, id: number, res: Resources): XmlNode {
  const { run } = piece;
  const em = mmOf(run.size);
  const scale = run.scaleX ?? 1;
  const first = piece.at[0] as Mm;
  const last = piece.at.at(-1) as Mm;
  // Readers cut at the boundary: leave room for accents and for glyphs that lean out of their box.
  const left = first - em * 0.2;
  const top = run.y - em * 1.05;
  const boundary = sayAll([left, top, last - first + em * 1.4 * Math.max(1, scale), em * 1.4]);
  const distances = piece.at.slice(1).map((x, i) => (x - (piece.at[i] as Mm)) / scale);
  const code = element(
    'TextCode',
    { X: (first - left) / scale, Y: run.y - top, DeltaX: distances.length > 0 ? sayDistances(distances) : undefined },
    piece.text,
  );
  const font = res.prepared.fontOf(piece);
  const glyph = res.glyphs.get(font)?.get(piece.text.codePointAt(0) as number);
  // Said by number as well (GB/T 33190, 11.4), so that nobody has to look a surrogate pair up in the font.
  const transform =
    glyph && piece.at.length === 1
      ? [
          element('CGTransform', { CodePosition: 0, CodeCount: 1, GlyphCount: 1 }, [
            element('Glyphs', {}, String(glyph)),
          ]),
        ]
      : [];
  return element(
    'TextObject',
    {
      ID: id,
      Boundary: boundary,
      Font: res.fontIds.get(font),
      Size: em,
      CTM: scale === 1 ? undefined : sayAll([scale, 0, 0, 1, 0, 0]),
    },
    [...(run.color ? [sayColor('FillColor', run.color)] : []), ...transform, code],
  );
}

/** `g n v` says a distance n times (GB/T 33190, 11.3): a full line of the grid is one number. */
function sayDistances(values: readonly number[]): string {
  const words: string[] = [];
  for (let i = 0; i < values.length; ) {
    const said = say(values[i] as number);
    let same = 1;
    while (i + same < values.length && say(values[i + same] as number) === said) same++;
    if (same > 3) words.push(`g ${same} ${said}`);
    else words.push(...new Array<string>(same).fill(said));
    i += same;
  }
  return words.join(' ');
}

const sayColor = (name: string, color: Color): XmlNode => element(name, { Value: color.join(' ') });

function drawPath(shape: PathShape, id: number): XmlNode {
  const half = shape.stroke ? (shape.width ?? 0.353) / 2 : 0;
  let [minX, minY, maxX, maxY] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const see = (x: Mm, y: Mm): void => {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  };
  for (const step of shape.steps) {
    if (step.op === 'B') for (let i = 0; i < 6; i += 2) see(step.points[i] as Mm, step.points[i + 1] as Mm);
    else if (step.op !== 'C') see(step.x, step.y);
  }
  const left = minX - half;
  const top = minY - half;
  const words = shape.steps.map((step) => {
    if (step.op === 'C') return 'C';
    if (step.op === 'B') return `B ${sayAll(step.points.map((value, i) => value - (i % 2 === 0 ? left : top)))}`;
    return `${step.op} ${sayAll([step.x - left, step.y - top])}`;
  });
  return element(
    'PathObject',
    {
      ID: id,
      Boundary: sayAll([left, top, maxX - minX + 2 * half, maxY - minY + 2 * half]),
      Stroke: shape.stroke !== undefined,
      Fill: shape.fill !== undefined,
      LineWidth: shape.stroke ? (shape.width ?? 0.353) : undefined,
    },
    [
      ...(shape.stroke ? [sayColor('StrokeColor', shape.stroke)] : []),
      ...(shape.fill ? [sayColor('FillColor', shape.fill)] : []),
      element('AbbreviatedData', {}, words.join(' ')),
    ],
  );
}

function drawImage(picture: Picture, id: number, res: Resources): XmlNode {
  const resource = res.imageIds.get(picture.image);
  if (resource === undefined) throw new Error(`the layout has no image ${picture.image}`);
  return element('ImageObject', {
    ID: id,
    Boundary: sayAll([picture.x, picture.y, picture.width, picture.height]),
    CTM: sayAll([picture.width, 0, 0, picture.height, 0, 0]),
    ResourceID: resource,
  });
}

import type { Color, Mm } from '../layout/layout.ts';
import { childrenOf, numbersOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import { apply, type Box, type Matrix, readBox, readDistances, readMatrix } from './geometry.ts';

export type ReadFont = {
  readonly name: string;
  readonly family: string | undefined;
  /** Path of the embedded file inside the package. */
  readonly file: string | undefined;
};

export type ReadText = {
  readonly kind: 'text';
  readonly id: number;
  readonly text: string;
  /** Origin of each code point on the page, mm. */
  readonly at: readonly (readonly [Mm, Mm])[];
  /** Size of the em on the page, mm. */
  readonly size: Mm;
  readonly font: ReadFont | undefined;
  readonly color: Color;
};

/** A path by its bounds on the page: what a checker measures of lines. */
export type ReadPath = {
  readonly kind: 'path';
  readonly id: number;
  readonly box: Box;
  readonly fill?: Color;
  readonly stroke?: Color;
};
export type ReadImage = { readonly kind: 'image'; readonly id: number; readonly box: Box; readonly resource: number };
export type ReadItem = ReadText | ReadPath | ReadImage;

const colorOf = (element: XmlElement, name: string): Color | undefined => {
  const node = childrenOf(element, name)[0];
  const values = numbersOf(node?.attributes.get('Value'));
  if (values?.length === 3) return values as unknown as Color;
  // One value is a grey, four are CMYK; good enough for telling black from red.
  if (values?.length === 1) return [values[0] as number, values[0] as number, values[0] as number];
  if (values?.length === 4) {
    const [c, m, y, k] = values as [number, number, number, number];
    const light = (ink: number): number => Math.round(255 * (1 - Math.min(1, ink / 255)) * (1 - Math.min(1, k / 255)));
    return [light(c), light(m), light(y)];
  }
  return node ? [0, 0, 0] : undefined;
};

/**
 * The objects of a layer or block in drawing order; blocks inside blocks are walked, the reader's depth is bounded. `spend` is
 * told of each object, and of the characters of a text, before they are made.
 */
export function readItems(
  parent: XmlElement,
  fonts: ReadonlyMap<number, ReadFont>,
  into: ReadItem[],
  spend: (count: number) => void,
): void {
  for (const child of parent.children) {
    spend(1);
    if (child.name === 'PageBlock' || child.name === 'Layer') readItems(child, fonts, into, spend);
    else if (child.name === 'TextObject') readText(child, fonts, into, spend);
    else if (child.name === 'PathObject') readPath(child, into);
    else if (child.name === 'ImageObject') {
      const box = readBox(child.attributes.get('Boundary'));
      const resource = Number(child.attributes.get('ResourceID'));
      if (box) into.push({ kind: 'image', id: idOf(child), box, resource });
    }
  }
}

const idOf = (element: XmlElement): number => Number(element.attributes.get('ID')) || 0;

function readText(
  element: XmlElement,
  fonts: ReadonlyMap<number, ReadFont>,
  into: ReadItem[],
  spend: (count: number) => void,
): void {
  const box = readBox(element.attributes.get('Boundary')) ?? { x: 0, y: 0, width: 0, height: 0 };
  const matrix = readMatrix(element.attributes.get('CTM'));
  const size = Number(element.attributes.get('Size')) || 0;
  let text = '';
  const at: [Mm, Mm][] = [];
  let [x, y] = [0, 0];
  for (const code of childrenOf(element, 'TextCode')) {
    // X and Y may be left out: then the text goes on where the one before ended.
    x = Number(code.attributes.get('X') ?? x) || 0;
    y = Number(code.attributes.get('Y') ?? y) || 0;
    spend(code.text.length);
    const chars = [...code.text];
    const dx = readDistances(code.attributes.get('DeltaX'), chars.length);
    const dy = readDistances(code.attributes.get('DeltaY'), chars.length);
    chars.forEach((char, i) => {
      if (i > 0) {
        x += dx[i - 1] ?? (dy.length > 0 ? 0 : size);
        y += dy[i - 1] ?? 0;
      }
      text += char;
      const [px, py] = apply(matrix, x, y);
      at.push([box.x + px, box.y + py]);
    });
  }
  const font = fonts.get(Number(element.attributes.get('Font')));
  const scale = Math.hypot(matrix[2], matrix[3]) || 1;
  into.push({
    kind: 'text',
    id: idOf(element),
    text,
    at,
    size: size * scale,
    font,
    color: colorOf(element, 'FillColor') ?? [0, 0, 0],
  });
}

function readPath(element: XmlElement, into: ReadItem[]): void {
  const box = readBox(element.attributes.get('Boundary'));
  if (!box) return;
  const isFilled = element.attributes.get('Fill') === 'true';
  const isStroked = element.attributes.get('Stroke') !== 'false';
  const bounds =
    boundsOf(textOf(element, 'AbbreviatedData') ?? '', box, readMatrix(element.attributes.get('CTM'))) ?? box;
  const half = isStroked ? (Number(element.attributes.get('LineWidth')) || 0.353) / 2 : 0;
  into.push({
    kind: 'path',
    id: idOf(element),
    box: { x: bounds.x - half, y: bounds.y - half, width: bounds.width + 2 * half, height: bounds.height + 2 * half },
    ...(isFilled ? { fill: colorOf(element, 'FillColor') ?? [0, 0, 0] } : {}),
    ...(isStroked ? { stroke: colorOf(element, 'StrokeColor') ?? [0, 0, 0] } : {}),
  });
}

// Numbers after each operator, by pairs: bounds only, hence control points count as points. Arcs end with their point.
function boundsOf(data: string, box: Box, matrix: Matrix): Box | undefined {
  let [minX, minY, maxX, maxY] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  let numbers: number[] = [];
  let operator = '';
  const flush = (): void => {
    const points = operator === 'A' ? numbers.slice(-2) : numbers;
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x, y] = apply(matrix, points[i] as number, points[i + 1] as number);
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = Math.max(maxY, y);
    }
    numbers = [];
  };
  for (const word of data.split(/\s+/)) {
    if (/^[A-Za-z]$/.test(word)) {
      flush();
      operator = word;
    } else {
      const value = Number(word);
      if (Number.isFinite(value)) numbers.push(value);
    }
  }
  flush();
  return minX > maxX ? undefined : { x: box.x + minX, y: box.y + minY, width: maxX - minX, height: maxY - minY };
}

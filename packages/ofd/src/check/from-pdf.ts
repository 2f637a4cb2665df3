import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Mm, mmOf } from '../layout/layout.ts';
import { joinLines, roleOf, type Seen, type SeenBar } from './seen.ts';

export type PdfRefusal = { readonly kind: 'pdf-broken'; readonly reason: string };

type Matrix = readonly number[];
const multiply = (m: Matrix, n: Matrix): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** What a PDF shows: lines with size and face, and bars. Colours of text are not told by this way. */
export async function seePdf(bytes: Uint8Array): Promise<Result<Seen, PdfRefusal>> {
  // Loaded when asked for: a reader of PDF is 2 MB of code nobody else here needs.
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: { width: Mm; height: Mm }[] = [];
    const bars: SeenBar[] = [];
    const pieces: Parameters<typeof joinLines>[0][number][] = [];
    for (let number = 1; number <= Math.min(document.numPages, 500); number++) {
      const page = await document.getPage(number);
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
      const height = y1 - y0;
      pages.push({ width: mmOf(x1 - x0), height: mmOf(height) });
      const operators = await page.getOperatorList();
      const ops = pdfjs.OPS;
      bars.push(...listBars(operators, ops, number - 1, height));
      const content = await page.getTextContent({ disableNormalization: true });
      for (const item of content.items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const [, , c = 0, d = 0, e = 0, f = 0] = item.transform as number[];
        const chars = [...item.str];
        // Only the whole width is known: characters are taken to be spread evenly.
        const step = item.width / Math.max(1, chars.length);
        const size = Math.hypot(c, d);
        const font = page.commonObjs.has(item.fontName)
          ? (page.commonObjs.get(item.fontName) as { name?: string })
          : undefined;
        pieces.push({
          page: number - 1,
          text: item.str,
          at: chars.map((_, i) => mmOf(e - x0 + i * step)),
          baseline: mmOf(height - (f - y0)),
          size,
          em: mmOf(size),
          // A closing mark's empty half may lie outside the area; halving it is allowed.
          ...(/[，。、；：？！）〕》」』】”’]$/.test(item.str) ? {} : { end: mmOf(e - x0 + item.width) }),
          font: roleOf(font?.name),
          fontName: font?.name ?? '',
          color: undefined,
        });
      }
    }
    return ok({ source: 'pdf', pages, lines: joinLines(pieces), bars, stamps: [], paragraphs: [] });
  } catch (error) {
    return refuse({ kind: 'pdf-broken', reason: error instanceof Error ? error.message : String(error) });
  } finally {
    await task.destroy();
  }
}

type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

function listBars(operators: Operators, ops: Record<string, number>, page: number, height: number): SeenBar[] {
  const bars: SeenBar[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const saved: Matrix[] = [];
  operators.fnArray.forEach((fn, i) => {
    const args = operators.argsArray[i] as unknown[];
    if (fn === ops.save) saved.push(matrix);
    else if (fn === ops.restore) matrix = saved.pop() ?? matrix;
    else if (fn === ops.transform) matrix = multiply(matrix, args as number[]);
    else if (fn === ops.constructPath) {
      const bounds = args[2] as ArrayLike<number> | null;
      if (!bounds || bounds.length < 4) return;
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
      const xs = [0, 2].map((n) => a * (bounds[n] as number) + c * (bounds[n + 1] as number) + e);
      const ys = [0, 2].map((n) => b * (bounds[n] as number) + d * (bounds[n + 1] as number) + f);
      const [left, right] = [Math.min(...xs), Math.max(...xs)];
      const [low, high] = [Math.min(...ys), Math.max(...ys)];
      bars.push({
        page,
        x: mmOf(left),
        y: mmOf(height - high),
        width: mmOf(right - left),
        height: mmOf(high - low),
        color: undefined,
      });
    }
  });
  return bars;
}

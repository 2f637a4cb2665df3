// A program of its own: bytes of a stranger in, one JPEG out. It is started by `run-drawing.ts` with an empty
// environment, no right to write or to start anything, and is killed when it takes too long or grows too large.
import { buffer } from 'node:stream/consumers';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { type DrawnFacts, mostImagePixels, mostPages, pageWidth, tallestPage, type WhyNone } from './limits.ts';
import { findPixels } from './pixels.ts';

class None extends Error {
  readonly why: WhyNone;
  constructor(why: WhyNone) {
    super(why);
    this.why = why;
  }
}

type Drawn = { readonly canvas: Canvas; readonly pages: number; readonly shown: number };

async function drawImage(bytes: Buffer): Promise<Drawn> {
  const size = findPixels(bytes);
  if (!size) throw new None('broken');
  if (size.width * size.height > mostImagePixels) throw new None('too-large');
  const image = await loadImage(bytes).catch(() => {
    throw new None('broken');
  });
  const { width, height } = fit(image.width, image.height);
  const canvas = createCanvas(width, height);
  const pen = paper(canvas);
  pen.drawImage(image, 0, 0, width, height);
  return { canvas, pages: 1, shown: 1 };
}

async function drawPdf(bytes: Buffer): Promise<Drawn> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const beside = (folder: string) =>
    new URL(`../../${folder}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')).pathname;
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    stopAtErrors: false,
    maxImageSize: mostImagePixels,
    canvasMaxAreaInBytes: 4 * mostImagePixels,
    cMapUrl: beside('cmaps'),
    standardFontDataUrl: beside('standard_fonts'),
    wasmUrl: beside('wasm'),
    iccUrl: beside('iccs'),
  } as Parameters<typeof pdfjs.getDocument>[0]);
  const document = await task.promise.catch((error: Error) => {
    throw new None(error.name === 'PasswordException' ? 'locked' : 'broken');
  });
  const sheets: Canvas[] = [];
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const page = await document.getPage(number);
    const plain = page.getViewport({ scale: 1 });
    const { width, height } = fit(plain.width, plain.height);
    const canvas = createCanvas(width, height);
    paper(canvas);
    const viewport = page.getViewport({ scale: Math.min(width / plain.width, height / plain.height) });
    await page.render({ canvas: canvas as never, viewport }).promise;
    sheets.push(canvas);
  }
  if (sheets.length === 0) throw new None('broken');
  return { canvas: stack(sheets), pages: document.numPages, shown: sheets.length };
}

/** As wide as a page is read; a strip of a mile is shown small rather than whole. */
function fit(width: number, height: number): { width: number; height: number } {
  if (!(width > 0 && height > 0)) throw new None('broken');
  const scale = Math.min(pageWidth / width, tallestPage / height, 4);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function paper(canvas: Canvas) {
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return pen;
}

/** Pages one under the other, a grey line between. */
function stack(sheets: readonly Canvas[]): Canvas {
  const gap = 8;
  const width = Math.max(...sheets.map((one) => one.width));
  const height = sheets.reduce((sum, one) => sum + one.height + gap, -gap);
  const whole = createCanvas(width, height);
  const pen = whole.getContext('2d');
  pen.fillStyle = '#8a8f94';
  pen.fillRect(0, 0, width, height);
  let top = 0;
  for (const sheet of sheets) {
    pen.drawImage(sheet, Math.round((width - sheet.width) / 2), top);
    top += sheet.height + gap;
  }
  return whole;
}

async function run(mediaType: string): Promise<void> {
  const bytes = await buffer(process.stdin);
  let facts: DrawnFacts;
  let image: Buffer = Buffer.alloc(0);
  try {
    const { canvas, pages, shown } = await (mediaType === 'application/pdf' ? drawPdf(bytes) : drawImage(bytes));
    // Drawn anew: nothing of the sent bytes is in it, so neither place nor camera (EXIF).
    image = await canvas.encode('jpeg', 80);
    facts = { kind: 'drawn', pages, shown };
  } catch (error) {
    facts = { kind: 'none', why: error instanceof None ? error.why : 'broken' };
  }
  process.stdout.write(`${JSON.stringify(facts)}\n`);
  process.stdout.write(image, () => process.exit(0));
}

await run(process.argv[2] ?? '');

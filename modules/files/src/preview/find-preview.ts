import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FairQueue, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Setting, StorageAway } from '@zhengtong/platform';
import { findOpen, type OpenRefusal } from '../open-file.ts';
import type { FilePorts } from '../ports.ts';
import { type FileRow, isKept } from '../store.ts';
import { drawable, type WhyNone } from './limits.ts';
import { type Drawing, readDrawing, runDrawing } from './run-drawing.ts';

/** A JPEG drawn by us, first pages one under the other. */
export type Preview = { readonly image: Buffer; readonly pages: number; readonly shown: number };
export type PreviewRefusal = OpenRefusal | { readonly kind: 'no-preview'; readonly why: WhyNone };

/** A preview is ours, drawn anew, and may be shown in a page. */
export const previewHeaders = ({ pages, shown }: Preview): Record<string, string> => ({
  'content-type': 'image/jpeg',
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-pages': String(pages),
  'x-pages-shown': String(shown),
});

/** Kept by what is in the file, whoever sent it. The number counts our ways of drawing. */
export const previewName = (sha256: string): string => `previews/1/${sha256}`;

/** Of one person; a case may show twenty files at once. */
const mostWaiting = 20;
const atWork = new Map<string, Promise<Drawing>>();
const tooSlow = new Set<string>();
const queue = new FairQueue(1);

/**
 * What a file looks like, without one byte of it reaching a browser. Drawn at the first look, one file at a time, so
 * that looking never takes more than one processor, and people in turn; then kept. Whoever calls has judged that this person may see it.
 */
export async function findPreview(
  setting: Setting,
  ports: FilePorts,
  id: string,
): Promise<Result<Preview, PreviewRefusal>> {
  const found = await findOpen(setting, id);
  if (!found.ok) return found;
  const { facts, image } = await find(setting, ports, found.value);
  if (facts.kind === 'none') return refuse({ kind: 'no-preview', why: facts.why });
  return ok({ image, pages: facts.pages, shown: facts.shown });
}

async function find(setting: Setting, { storage }: FilePorts, row: FileRow): Promise<Drawing> {
  const { sha256, media_type: mediaType, owner_id: ownerId } = row;
  if (!drawable.includes(mediaType)) return none('kind');
  const name = previewName(sha256);
  if (await storage.exists(name)) return readDrawing(await buffer(await storage.read(name)));
  if (tooSlow.has(sha256)) return none('too-slow');
  const already = atWork.get(sha256);
  if (already) return already;
  if (queue.countOf(ownerId) >= mostWaiting) return none('too-slow');
  // Opened when its turn comes: what waits holds no file and no line to a bucket, of which there are only so many.
  const drawing = queue.add(ownerId, async () => runDrawing(await storage.read(row.stored_as), mediaType));
  atWork.set(sha256, drawing);
  try {
    const drawn = await drawing;
    // Slow today may be quick tomorrow: known to this program only, as long as it runs.
    if (drawn.facts.kind === 'none' && drawn.facts.why === 'too-slow') remember(sha256);
    else await keep(setting, storage, row, drawn);
    return drawn;
  } finally {
    atWork.delete(sha256);
  }
}

const none = (why: WhyNone): Drawing => ({ facts: { kind: 'none', why }, image: Buffer.alloc(0) });

function remember(sha256: string): void {
  if (tooSlow.size >= 1000) tooSlow.clear();
  tooSlow.add(sha256);
}

/**
 * A storage that is full or away takes no preview and hides none. Of a file that was erased, or found infected, while it
 * was drawn, nothing is kept: whoever erased it looked for a preview before there was one.
 */
async function keep(
  { db }: Setting,
  storage: FilePorts['storage'],
  { sha256, stored_as: storedAs }: FileRow,
  { facts, image }: Drawing,
): Promise<void> {
  const name = previewName(sha256);
  const whole = Readable.from([Buffer.from(`${JSON.stringify(facts)}\n`), image]);
  await storage.write(name, whole).catch((error: unknown) => {
    if (!(error instanceof StorageAway)) throw error;
  });
  if (!(await isKept(db, { sha256, storedAs })).content) await storage.remove(name);
}

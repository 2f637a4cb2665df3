import { crc32, deflateSync } from 'node:zlib';
import type { Color, Mm, PathShape } from './layout.ts';

type Edge = { x0: number; y0: number; x1: number; y1: number };
const finer = 4;

/** Draws filled paths (strokes are left out) as a PNG with a clear ground: a seal's picture for readers that know no vectors. */
export function rasterize(shapes: readonly PathShape[], width: Mm, height: Mm, dotsPerMm: number): Uint8Array {
  const [w, h] = [Math.round(width * dotsPerMm), Math.round(height * dotsPerMm)];
  const pixels = new Uint8Array(w * h * 4);
  for (const shape of shapes) {
    if (shape.fill) paint(pixels, w, h, flatten(shape, dotsPerMm), shape.fill);
  }
  return encodePng(pixels, w, h);
}

function flatten(shape: PathShape, scale: number): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    edges.push({ x0: x * scale, y0: y * scale, x1: toX * scale, y1: toY * scale });
    [x, y] = [toX, toY];
  };
  for (const step of shape.steps) {
    if (step.op === 'B') {
      const [ax, ay, bx, by, cx, cy] = step.points;
      const [fromX, fromY] = [x, y];
      for (let i = 1; i <= 12; i++) {
        const t = i / 12;
        const u = 1 - t;
        lineTo(
          u ** 3 * fromX + 3 * u * u * t * ax + 3 * u * t * t * bx + t ** 3 * cx,
          u ** 3 * fromY + 3 * u * u * t * ay + 3 * u * t * t * by + t ** 3 * cy,
        );
      }
    } else if (step.op === 'M') [x, y, startX, startY] = [step.x, step.y, step.x, step.y];
    else if (step.op === 'L') lineTo(step.x, step.y);
    else lineTo(startX, startY);
  }
  return edges;
}

// Four lines a pixel, exact cover along each; the winding number decides what is inside.
function paint(pixels: Uint8Array, w: number, h: number, edges: readonly Edge[], color: Color): void {
  const cover = new Float32Array(w);
  const rows = bucketRows(edges, h);
  for (let row = 0; row < h; row++) {
    cover.fill(0);
    for (let sub = 0; sub < finer; sub++) {
      const y = row + (sub + 0.5) / finer;
      const hits: [x: number, turn: number][] = [];
      for (const edge of rows[row] ?? []) {
        const isDown = edge.y0 <= y && edge.y1 > y;
        if (!isDown && !(edge.y1 <= y && edge.y0 > y)) continue;
        hits.push([edge.x0 + ((y - edge.y0) / (edge.y1 - edge.y0)) * (edge.x1 - edge.x0), isDown ? 1 : -1]);
      }
      hits.sort((a, b) => a[0] - b[0]);
      let turns = 0;
      hits.forEach(([x, turn], i) => {
        turns += turn;
        const next = hits[i + 1];
        if (turns !== 0 && next) addSpan(cover, Math.max(0, x), Math.min(w, next[0]));
      });
    }
    for (let x = 0; x < w; x++) {
      const alpha = Math.min(1, cover[x] as number);
      if (alpha === 0) continue;
      const at = (row * w + x) * 4;
      pixels.set(color, at);
      pixels[at + 3] = Math.max(pixels[at + 3] as number, Math.round(alpha * 255));
    }
  }
}

function bucketRows(edges: readonly Edge[], h: number): Edge[][] {
  const rows: Edge[][] = Array.from({ length: h }, () => []);
  for (const edge of edges) {
    const from = Math.max(0, Math.floor(Math.min(edge.y0, edge.y1)));
    const to = Math.min(h - 1, Math.floor(Math.max(edge.y0, edge.y1)));
    for (let row = from; row <= to; row++) rows[row]?.push(edge);
  }
  return rows;
}

function addSpan(cover: Float32Array, from: number, to: number): void {
  for (let x = Math.floor(from); x < to; x++) {
    const part = Math.min(to, x + 1) - Math.max(from, x);
    if (part > 0) cover[x] = (cover[x] as number) + part / finer;
  }
}

function encodePng(pixels: Uint8Array, w: number, h: number): Uint8Array {
  const raw = Buffer.alloc(h * (w * 4 + 1));
  for (let y = 0; y < h; y++) raw.set(pixels.subarray(y * w * 4, (y + 1) * w * 4), y * (w * 4 + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(w, 0);
  header.writeUInt32BE(h, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const chunk = (type: string, body: Uint8Array): Buffer => {
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const whole = Buffer.alloc(typed.length + 8);
    whole.writeUInt32BE(body.length, 0);
    whole.set(typed, 4);
    whole.writeUInt32BE(crc32(typed), typed.length + 4);
    return whole;
  };
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', new Uint8Array()),
  ]);
}

import type { Color, Item, Mm, PathStep } from '../layout/layout.ts';

type Box = { readonly x: Mm; readonly y: Mm; readonly width: Mm; readonly height: Mm };

/** The fine lines of a security print: waves over the whole box and a rosette in its middle, by formula. */
export function drawWovenGround(box: Box, color: Color): Item[] {
  const waves: PathStep[] = [];
  for (let y = box.y + 2; y < box.y + box.height - 0.5; y += 2.6) waves.push(...wave(box, y));
  const rosette = Array.from({ length: 6 }, (_, turn) => ring(box, (turn * Math.PI) / 33)).flat();
  return [
    { kind: 'path', steps: waves, stroke: color, width: 0.08, tag: '底纹' },
    { kind: 'path', steps: rosette, stroke: color, width: 0.12, tag: '底纹' },
  ];
}

const length: Mm = 13;
const swing: Mm = 1.1;

/** A line that swings up and down; every fourth of a wave is one cubic curve. */
function wave({ x: left, width }: Box, y: Mm): PathStep[] {
  const steps: PathStep[] = [{ op: 'M', x: left, y }];
  const count = Math.floor(width / length);
  const step = width / count / 2;
  for (let i = 0; i < count * 2; i++) {
    const x = left + i * step;
    const peak = y + (i % 2 === 0 ? -swing : swing);
    steps.push({ op: 'B', points: [x + step / 3, peak, x + (step * 2) / 3, peak, x + step, y] });
  }
  return steps;
}

/** A closed curve winding round a ring: r = middle + swing · cos(11 · angle). */
function ring(box: Box, turn: number): PathStep[] {
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const scale = (Math.min(box.width, box.height) * 0.42) / 100;
  const points = 11 * 24;
  const steps = Array.from({ length: points }, (_, i): PathStep => {
    const angle = (i / points) * 2 * Math.PI;
    const radius = (74 + 26 * Math.cos(11 * angle)) * scale;
    const [x, y] = [cx + radius * Math.cos(angle + turn), cy + radius * Math.sin(angle + turn)];
    return { op: i === 0 ? 'M' : 'L', x, y };
  });
  return [...steps, { op: 'C' }];
}

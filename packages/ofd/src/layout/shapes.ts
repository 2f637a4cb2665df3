import type { Color, Mm, PathShape, PathStep } from './layout.ts';

/** A horizontal line as a filled bar whose middle is `y`: readers disagree on hairlines, not on areas. */
export function horizontalBar(x: Mm, y: Mm, length: Mm, thickness: Mm, fill: Color, tag?: string): PathShape {
  const top = y - thickness / 2;
  return { kind: 'path', steps: rectangle(x, top, length, thickness), fill, ...(tag ? { tag } : {}) };
}

export function rectangle(x: Mm, y: Mm, width: Mm, height: Mm): PathStep[] {
  return [
    { op: 'M', x, y },
    { op: 'L', x: x + width, y },
    { op: 'L', x: x + width, y: y + height },
    { op: 'L', x, y: y + height },
    { op: 'C' },
  ];
}

// Four cubic curves: the distance of their control points that comes nearest to a quarter of a circle.
const kappa = 0.5522847498;

export function circle(cx: Mm, cy: Mm, r: Mm): PathStep[] {
  const k = r * kappa;
  return [
    { op: 'M', x: cx + r, y: cy },
    { op: 'B', points: [cx + r, cy + k, cx + k, cy + r, cx, cy + r] },
    { op: 'B', points: [cx - k, cy + r, cx - r, cy + k, cx - r, cy] },
    { op: 'B', points: [cx - r, cy - k, cx - k, cy - r, cx, cy - r] },
    { op: 'B', points: [cx + k, cy - r, cx + r, cy - k, cx + r, cy] },
    { op: 'C' },
  ];
}

/** A ring between two circles: the inner one runs the other way, so that its inside stays empty. */
export function ring(cx: Mm, cy: Mm, outer: Mm, inner: Mm): PathStep[] {
  const back: PathStep[] = [{ op: 'M', x: cx + inner, y: cy }];
  const k = inner * kappa;
  const corner = (a: Mm, b: Mm, c: Mm, d: Mm, e: Mm, f: Mm): void => {
    back.push({ op: 'B', points: [cx + a, cy + b, cx + c, cy + d, cx + e, cy + f] });
  };
  corner(inner, -k, k, -inner, 0, -inner);
  corner(-k, -inner, -inner, -k, -inner, 0);
  corner(-inner, k, -k, inner, 0, inner);
  corner(k, inner, inner, k, inner, 0);
  return [...circle(cx, cy, outer), ...back, { op: 'C' }];
}

/** A five-pointed star standing upright, as in the middle of an organ's seal. */
export function star(cx: Mm, cy: Mm, r: Mm): PathStep[] {
  const steps: PathStep[] = [];
  for (let i = 0; i < 10; i++) {
    const angle = -Math.PI / 2 + (i * Math.PI) / 5;
    const radius = i % 2 === 0 ? r : r * 0.381966;
    steps.push({ op: i === 0 ? 'M' : 'L', x: cx + radius * Math.cos(angle), y: cy + radius * Math.sin(angle) });
  }
  return [...steps, { op: 'C' }];
}

/** The dark modules of a two-dimensional code, `rows[y][x]`, as one path; neighbours in a row are drawn together. */
export function modulesPath(rows: readonly (readonly boolean[])[], x: Mm, y: Mm, side: Mm, fill: Color): PathShape {
  const unit = side / Math.max(1, rows.length);
  const steps: PathStep[] = [];
  rows.forEach((row, r) => {
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue;
      let to = from;
      while (row[to + 1]) to++;
      steps.push(...rectangle(x + from * unit, y + r * unit, (to - from + 1) * unit, unit));
      from = to;
    }
  });
  return { kind: 'path', steps, fill, tag: '二维码' };
}

/** The same shape elsewhere. */
export function shiftShape(shape: PathShape, dx: Mm, dy: Mm): PathShape {
  const steps = shape.steps.map((step): PathStep => {
    if (step.op === 'C') return step;
    if (step.op !== 'B') return { ...step, x: step.x + dx, y: step.y + dy };
    const [a, b, c, d, e, f] = step.points;
    return { op: 'B', points: [a + dx, b + dy, c + dx, d + dy, e + dx, f + dy] };
  });
  return { ...shape, steps };
}

import type { FontSet } from '../fonts/font-set.ts';
import { type Color, type Mm, type PathShape, type PathStep, red } from '../layout/layout.ts';
import { ring, star } from '../layout/shapes.ts';

/**
 * The face of an organ's round seal: ring, star and name on an arc, as outlines without fonts. For demonstrations and
 * tests; real faces come from the organ that makes seals (国务院关于国家行政机关和企业事业单位社会团体印章管理的规定, 国发〔1999〕25号).
 */
export function drawSealFace(name: string, diameter: Mm, fonts: FontSet, color: Color = red): PathShape[] {
  const r = diameter / 2;
  const rim = diameter * 0.028;
  const shapes: PathShape[] = [
    { kind: 'path', steps: ring(r, r, r, r - rim), fill: color },
    { kind: 'path', steps: star(r, r, diameter * 0.165), fill: color },
  ];
  const chars = [...name];
  const size = Math.min(diameter * 0.155, (diameter * 2.3) / Math.max(8, chars.length));
  const baseline = r - rim - diameter * 0.035 - size * 0.88;
  // The writing spans at most 260 degrees, centred above.
  const step = Math.min(((size * 1.25) / baseline) * 1.15, ((260 / 180) * Math.PI) / Math.max(1, chars.length - 1));
  const steps = chars.flatMap((char, i) => {
    const angle = (i - (chars.length - 1) / 2) * step;
    return placeGlyph(char, fonts, { cx: r, cy: r, baseline, angle, size });
  });
  shapes.push({ kind: 'path', steps, fill: color });
  return shapes;
}

type Place = { cx: Mm; cy: Mm; baseline: Mm; angle: number; size: Mm };

function placeGlyph(char: string, fonts: FontSet, at: Place): PathStep[] {
  const { face } = fonts.cut('songti');
  const codePoint = char.codePointAt(0) as number;
  const half = face.advance(codePoint) / 2;
  // Outlines of fonts turn the other way round than ours; filling does not mind as long as all do.
  const turn = (x: number, y: number): [Mm, Mm] => {
    const gx = (x - half) * at.size * 0.82;
    const gy = at.baseline + (y + face.emDescent) * at.size;
    return [
      at.cx + gx * Math.cos(at.angle) + gy * Math.sin(at.angle),
      at.cy + gx * Math.sin(at.angle) - gy * Math.cos(at.angle),
    ];
  };
  const steps: PathStep[] = [];
  let [lastX, lastY] = [0, 0];
  for (const { op, points } of face.outline(codePoint)) {
    const turned: [Mm, Mm][] = [];
    for (let i = 0; i + 1 < points.length; i += 2) turned.push(turn(points[i] as number, points[i + 1] as number));
    const end = turned.at(-1) ?? [lastX, lastY];
    if (op === 'C') steps.push({ op: 'C' });
    else if (op === 'M' || op === 'L') steps.push({ op, x: end[0], y: end[1] });
    else {
      // A quadratic curve as a cubic one: control points two thirds of the way.
      const [a, b] = turned as [[Mm, Mm], [Mm, Mm]];
      const first: [Mm, Mm] = op === 'B' ? a : [lastX + (2 / 3) * (a[0] - lastX), lastY + (2 / 3) * (a[1] - lastY)];
      const second: [Mm, Mm] =
        op === 'B' ? b : [end[0] + (2 / 3) * (a[0] - end[0]), end[1] + (2 / 3) * (a[1] - end[1])];
      steps.push({ op: 'B', points: [...first, ...second, ...end] });
    }
    [lastX, lastY] = end;
  }
  return steps;
}

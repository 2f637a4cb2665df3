// The fine woven lines of a security print, drawn by a formula. They repeat, so a page that shows one stays small.

const round = (value: number) => Math.round(value * 10) / 10;

/** One closed curve that winds round a ring `petals` times: r = middle + swing · cos(petals · angle). */
export function rosettePath(middle: number, swing: number, petals: number): string {
  const points = Array.from({ length: petals * 10 }, (_, at) => {
    const angle = (at / (petals * 10)) * 2 * Math.PI;
    const radius = middle + swing * Math.cos(petals * angle);
    return `${round(radius * Math.cos(angle))} ${round(radius * Math.sin(angle))}`;
  });
  return `M${points.join('L')}z`;
}

const rosette = rosettePath(74, 26, 11);
/** Lines from above to below the tile, since each swings over its edge and the next tile must take it up. */
const weave = [-8, -4, 0, 4, 8, 12, 16, 20, 24, 28, 32].map((y) => `M-15 ${y}q15-12 30 0t30 0 30 0`).join('');
const turns = [0, 5.5, 11, 16.4, 21.8, 27.3];

/** The rosette in the middle and woven lines over the whole ground. */
export function Guilloche({ id }: { id: string }) {
  return (
    <svg
      className="guilloche"
      viewBox="0 0 600 400"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern id={`${id}-weave`} width="60" height="24" patternUnits="userSpaceOnUse">
          <path d={weave} />
        </pattern>
        <path id={`${id}-petals`} d={rosette} />
      </defs>
      <rect width="600" height="400" fill={`url(#${id}-weave)`} />
      <g transform="translate(300 200) scale(1.7)">
        {turns.map((turn) => (
          <use key={turn} href={`#${id}-petals`} transform={`rotate(${turn})`} />
        ))}
      </g>
    </svg>
  );
}

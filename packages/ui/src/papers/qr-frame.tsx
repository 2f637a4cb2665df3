/** What a QR encoder answers (`qrcode`'s `create(text).modules` has this shape): `size` × `size`, row by row, 1 is dark. */
export type QrModules = { size: number; data: ArrayLike<number | boolean> };

/** One path for all dark modules, runs joined: a tenth of a picture made of squares. */
export function qrPath({ size, data }: QrModules): string {
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && data[y * size + x + 1]) x++;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  return path;
}

export type QrFrameProps = {
  modules: QrModules;
  /** What scanning does, in words; also the picture's name. */
  caption: string;
  /** The same by a link, for those who are on this device or cannot scan. */
  href?: string | undefined;
};

/** A QR code with its quiet zone of four modules, black on white in every theme, since scanners need that. */
export function QrFrame({ modules, caption, href }: QrFrameProps) {
  const whole = modules.size + 8;
  return (
    <figure className="qr">
      <svg viewBox={`-4 -4 ${whole} ${whole}`} role="img" aria-label={caption} shapeRendering="crispEdges">
        <path className="qr-ground" d={`M-4-4h${whole}v${whole}h-${whole}z`} />
        <path d={qrPath(modules)} />
      </svg>
      <figcaption>{href ? <a href={href}>{caption}</a> : caption}</figcaption>
    </figure>
  );
}

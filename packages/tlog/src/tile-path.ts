import { findDecimal } from './bytes.ts';

/** A tile of hashes at a level, or a bundle of entries; `width` 1…256, below 256 it is partial. */
export type TileRef = { level: number | 'entries'; index: number; width: number };

export const fullWidth = 256;

/** C2SP tlog-tiles: `tile/0/x001/x234/067`, partial with `.p/W`. */
export function tilePath({ level, index, width }: TileRef): string {
  let rest = index;
  let path = String(rest % 1000).padStart(3, '0');
  while (rest >= 1000) {
    rest = Math.floor(rest / 1000);
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return `tile/${level}/${path}${width < fullWidth ? `.p/${width}` : ''}`;
}

const shape = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads a path; absent unless it is exactly what `tilePath` would write, so that one tile has one address. */
export function findTileRef(path: string): TileRef | undefined {
  const [, levelText = '', high = '', low = '', widthText] = shape.exec(path) ?? [];
  const index = findDecimal(`${high}${low}`.replaceAll(/[x/]/g, '').replace(/^0+(?=\d)/, ''));
  const level = levelText === 'entries' ? 'entries' : Number(levelText);
  if (levelText === '' || index === undefined || (level !== 'entries' && level > 63)) return undefined;
  const ref: TileRef = { level, index, width: widthText === undefined ? fullWidth : Number(widthText) };
  return tilePath(ref) === path ? ref : undefined;
}

/** How many hashes of this tile exist in a tree of `size`: 0 where it has not begun. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(fullWidth, Math.floor(size / fullWidth ** level) - index * fullWidth));
}

/** Every tile and bundle that a log of `size` has and one of `since` had not, bottom first. */
export function newTiles(since: number, size: number): TileRef[] {
  const refs: TileRef[] = [];
  for (let level = 0, span = 1; span <= size; level++, span *= fullWidth) {
    const before = Math.floor(since / span);
    const now = Math.floor(size / span);
    for (let index = Math.floor(before / fullWidth); index * fullWidth < now; index++) {
      const width = tileWidth(level, index, size);
      if (width === tileWidth(level, index, since)) continue;
      if (level === 0) refs.push({ level: 'entries', index, width });
      refs.push({ level, index, width });
    }
  }
  return refs;
}

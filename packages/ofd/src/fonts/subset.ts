import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { Face } from './face.ts';

// The part of harfbuzz's subsetting interface used here; numbers are addresses inside the module's memory.
type Harfbuzz = {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_get_empty: () => number;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_set_clear: (set: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
};

const require = createRequire(import.meta.url);
const writableMemory = 2;
const dropTables = 3;
const layoutFeatures = 6;
const withoutHints = 1;
// Shaping and vertical writing play no part in a fixed layout: without these tables a subset is a third smaller.
const unneeded = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'vhea', 'vmtx', 'gasp'];

// The module's memory is fixed at 65 MB, four Chinese fonts at most: each face gets an instance of its own, kept for good.
// Untouched pages cost nothing; opening takes 6 ms, a subset 1 ms ever after.
type Loaded = { readonly hb: Harfbuzz; readonly source: number };
const loaded = new WeakMap<Face, Loaded>();
let compiled: WebAssembly.Module | undefined;

function load(face: Face): Loaded {
  let known = loaded.get(face);
  if (!known) {
    compiled ??= new WebAssembly.Module(readFileSync(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')));
    const hb = new WebAssembly.Instance(compiled).exports as unknown as Harfbuzz;
    hb._initialize();
    const at = hb.malloc(face.file.length);
    if (at === 0) throw new Error(`${face.postscriptName} is too large to subset: ${face.file.length} bytes`);
    new Uint8Array(hb.memory.buffer).set(face.file, at);
    const blob = hb.hb_blob_create(at, face.file.length, writableMemory, 0, 0);
    known = { hb, source: hb.hb_face_create(blob, face.index) };
    hb.hb_blob_destroy(blob);
    loaded.set(face, known);
  }
  return known;
}

const tagNumber = (tag: string): number => [...tag].reduce((sum, c) => (sum << 8) + c.charCodeAt(0), 0);

/** A font file with just these characters, cmap included. Equal characters give equal bytes. Throws where harfbuzz cannot. */
export function subsetFace(face: Face, codePoints: Iterable<number>): Uint8Array {
  const { hb, source } = load(face);
  const input = hb.hb_subset_input_create_or_fail();
  if (input === 0) throw new Error('harfbuzz has no memory for a subset');
  try {
    const wanted = hb.hb_subset_input_unicode_set(input);
    for (const codePoint of codePoints) hb.hb_set_add(wanted, codePoint);
    // A font of missing characters alone would have no character map, which readers of fonts refuse.
    hb.hb_set_add(wanted, 0x20);
    hb.hb_set_clear(hb.hb_subset_input_set(input, layoutFeatures));
    const dropped = hb.hb_subset_input_set(input, dropTables);
    for (const tag of unneeded) hb.hb_set_add(dropped, tagNumber(tag));
    hb.hb_subset_input_set_flags(input, withoutHints);
    const subset = hb.hb_subset_or_fail(source, input);
    if (subset === 0 || subset === hb.hb_face_get_empty()) throw new Error(`cannot subset ${face.postscriptName}`);
    const blob = hb.hb_face_reference_blob(subset);
    const from = hb.hb_blob_get_data(blob, 0);
    // The memory may have grown: look at it only now.
    const bytes = new Uint8Array(hb.memory.buffer).slice(from, from + hb.hb_blob_get_length(blob));
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(subset);
    return bytes;
  } finally {
    hb.hb_subset_input_destroy(input);
  }
}

/** Glyph numbers inside a subset, of characters outside the BMP only: there some readers need them said. */
export function listRareGlyphs(subset: Uint8Array, codePoints: Iterable<number>): Map<number, number> {
  const rare = [...codePoints].filter((codePoint) => codePoint > 0xffff);
  if (rare.length === 0) return new Map();
  const font = fontkit.create(Buffer.from(subset));
  if ('fonts' in font) return new Map();
  return new Map(rare.map((codePoint) => [codePoint, font.glyphForCodePoint(codePoint).id]));
}

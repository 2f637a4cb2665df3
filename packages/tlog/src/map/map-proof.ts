import { isSame } from '../bytes.ts';
import type { Hash } from '../tree-hash.ts';
import { bitOf, keyBytes, mapHash, nothing, type Place, valueBytes } from './map-hash.ts';

/**
 * The way from the root to where a key is or would be: the neighbour at each fork from the top, and what stands at
 * the end. An end with another key, or no end, proves that the key is absent.
 */
export type MapProof = { siblings: readonly Uint8Array[]; end?: { key: Uint8Array; value: Uint8Array } };

/** What a proof says of a key under the root it leads to. */
export type MapAnswer = { root: Uint8Array; value?: Uint8Array };

const placeOf = (hash: Uint8Array): Place => (isSame(hash, nothing.hash) ? nothing : { kind: 'fork', hash });

/**
 * The root that a proof leads to and the key's value under it; absent where the proof is not one our map could make.
 * For a given root and key only one answer exists, unless SHA-256 is broken: each step down is fixed by a bit of the
 * key and by what the hash on the way commits to.
 */
export function findMapAnswer(hash: Hash, key: Uint8Array, proof: MapProof): MapAnswer | undefined {
  const { siblings, end } = proof;
  const map = mapHash(hash);
  if (key.length !== keyBytes || siblings.length > keyBytes * 8) return undefined;
  if (siblings.some((sibling) => sibling.length !== 32)) return undefined;
  if (end && (end.key.length !== keyBytes || end.value.length !== valueBytes)) return undefined;
  for (let depth = 0; end && depth < siblings.length; depth++) {
    if (bitOf(end.key, depth) !== bitOf(key, depth)) return undefined;
  }
  let place = end ? map.leaf(end.key, end.value) : nothing;
  for (let depth = siblings.length - 1; depth >= 0; depth--) {
    const sibling = placeOf(siblings[depth] as Uint8Array);
    // A fork with nothing on both sides, or with one key and nothing, is not a fork: no map has it.
    if (sibling.kind === 'empty' && place.kind !== 'fork') return undefined;
    place = bitOf(key, depth) === 0 ? map.join(place, sibling) : map.join(sibling, place);
  }
  return end && isSame(end.key, key) ? { root: place.hash, value: end.value } : { root: place.hash };
}

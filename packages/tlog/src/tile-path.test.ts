import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findTileRef, newTiles, type TileRef, tilePath, tileWidth } from './tile-path.ts';

test('index 1234067 is written as tlog-tiles writes it', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067');
  assert.equal(tilePath({ level: 'entries', index: 5, width: 12 }), 'tile/entries/005.p/12');
});

test('a log of 70,000 has the tiles that tlog-tiles counts', () => {
  const tiles = newTiles(0, 70_000).filter(({ level }) => level !== 'entries');
  const at = (level: number) => tiles.filter((tile) => tile.level === level);
  assert.equal(at(0).filter(({ width }) => width === 256).length, 273);
  assert.deepEqual(at(0).at(-1), { level: 0, index: 273, width: 112 });
  assert.deepEqual(at(1), [
    { level: 1, index: 0, width: 256 },
    { level: 1, index: 1, width: 17 },
  ]);
  assert.deepEqual(at(2), [{ level: 2, index: 0, width: 1 }]);
  assert.equal(tileWidth(1, 0, 256), 1);
});

test('a path reads back to what was written, and nothing else reads', () => {
  const levels = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }));
  const refs = fc.record({ level: levels, index: fc.nat(2 ** 31 - 1), width: fc.integer({ min: 1, max: 256 }) });
  fc.assert(fc.property(refs, (ref) => assert.deepEqual(findTileRef(tilePath(ref)), { ...ref } satisfies TileRef)));
  for (const path of [
    'tile/0/1',
    'tile/00/001',
    'tile/64/001',
    'tile/0/x000/001',
    'tile/0/001.p/256',
    'tile/0/001.p/0',
    'tile/0/../001',
    '/tile/0/001',
  ]) {
    assert.equal(findTileRef(path), undefined, path);
  }
});

export { findBase64, findHash, toBase64 } from './base64.ts';
export { concat, findText, isSame, toBytes, toHex } from './bytes.ts';
export { type CheckedCheckpoint, type CheckpointCheckRefusal, checkCheckpoint } from './check-checkpoint.ts';
export { type Checkpoint, readCheckpointText, writeCheckpointText } from './checkpoint.ts';
export { CompactRange } from './compact-range.ts';
export { isConsistent, isConsistentSubtree } from './consistency.ts';
export { findTimedSignature, joinTimedSignature } from './cosignature.ts';
export { maxEntryBytes, readBundle, writeBundle } from './entry-bundle.ts';
export { findInclusionRoot, isIncluded, isIncludedInSubtree, isSubtree } from './inclusion.ts';
export { Log, type LogParts, openLog } from './log.ts';
export { LogEdge } from './log-edge.ts';
export { type Note, type NoteSignature, readNote, writeNote, writeSignatureLine } from './note.ts';
export { type CheckSignature, type HeldSignature, type OpenedNote, openNote } from './open-note.ts';
export { isQuorum, type Policy, type PolicyRefusal, readPolicy } from './policy.ts';
export { proveConsistency, proveInclusion, proveSubtree, readTile, rootFromTiles, type TileMissing } from './prove.ts';
export { consistencyRanges, inclusionRanges, subtreeConsistencyRanges } from './ranges.ts';
export { type NoteSigner, signNote, signText } from './sign-note.ts';
export { memoryStore, type StoredFile, type TlogStore } from './store.ts';
export { foldTile, hashOfRange, type ReadTile, tilesOfRanges } from './tile-hash.ts';
export { findTileRef, fullWidth, newTiles, type TileRef, tilePath, tileWidth } from './tile-path.ts';
export { checkTlogProof, readTlogProof, type TlogProof, writeTlogProof } from './tlog-proof.ts';
export { type Hash, type TreeHash, treeHash } from './tree-hash.ts';
export {
  type Algorithm,
  isKeyName,
  type KeyUse,
  keyLabel,
  type NoteKey,
  noteKey,
  readVkey,
  writeVkey,
} from './vkey.ts';

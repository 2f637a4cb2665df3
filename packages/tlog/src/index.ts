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
export { KeyMap } from './map/key-map.ts';
export { findMapAnswer, type MapAnswer, type MapProof } from './map/map-proof.ts';
export { findCount, type ListedEntry, listValue, SubjectList } from './map/subject-list.ts';
export { SubjectMap } from './map/subject-map.ts';
export { checkWholeProof, mapRootEntry, readWholeProof, type WholeProof, writeWholeProof } from './map/whole-proof.ts';
export { type Note, type NoteSignature, readNote, writeNote, writeSignatureLine } from './note.ts';
export { type CheckSignature, type HeldSignature, type OpenedNote, openNote } from './open-note.ts';
export { isQuorum, type Policy, type PolicyRefusal, readPolicy } from './policy.ts';
export { proveConsistency, proveInclusion, proveSubtree, readTile, rootFromTiles, type TileMissing } from './prove.ts';
export { consistencyRanges, inclusionRanges, subtreeConsistencyRanges } from './ranges.ts';
export {
  type Commit,
  type Inspection,
  type InspectParts,
  inspectReceipt,
  type Outcome,
  type Step,
  type StepName,
  staleAfterDays,
} from './receipt/inspect-receipt.ts';
export { findLeaf, type LeafFacts, writeLeaf } from './receipt/leaf.ts';
export { type Receipt, type ReceiptFormat, readReceipt, writeReceipt } from './receipt/receipt.ts';
export { type Issuer, readTrust, type Trust } from './receipt/trust.ts';
export { type NoteSigner, signNote, signText } from './sign-note.ts';
export { memoryStore, type StoredFile, type TlogStore } from './store.ts';
export { hashOfRange, type ReadTile, rootOfTile, tilesOfRanges } from './tile-hash.ts';
export { findTileRef, fullWidth, newTiles, type TileRef, tilePath, tileWidth } from './tile-path.ts';
export { checkTlogProof, readTlogProof, type TlogProof, writeTlogProof } from './tlog-proof.ts';
export { type Hash, type HashInto, type TreeHash, treeHash } from './tree-hash.ts';
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
export { type AddCheckpoint, readAddCheckpoint, writeAddCheckpoint } from './witness/add-checkpoint.ts';
export { considerCheckpoint, type Witnessed, type WitnessRefusal } from './witness/consider-checkpoint.ts';
export { followLog } from './witness/follow-log.ts';
export { httpAnswer } from './witness/http-answer.ts';
export { statePath, Witness, type WitnessParts } from './witness/witness.ts';

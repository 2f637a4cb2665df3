export { type AccessRow, listReadsOf } from './access-log.ts';
export {
  type Backing,
  BackupError,
  type Manifest,
  makeBackup,
  readManifest,
  restoreBackup,
  type Step,
} from './backup/index.ts';
export { type PostAnswer, type PostCall, postTo } from './calling/post-json.ts';
export {
  type Answer,
  type CommandKey,
  findAnswer,
  fingerprint,
  forgetOldKeys,
  keyPart,
  runOnce,
  type Unanswered,
} from './command.ts';
export { type Config, readConfig, readMasters } from './config.ts';
export { ConfigError } from './config-error.ts';
export { type Actor, type Ctx, keep, newRecords, nobody, noteRead, systemActor } from './context.ts';
export { connect, type Database, type Db, sqlState, type Tx } from './database.ts';
export { defineJob, emit, type JobKind, type News, schedule, scheduleParts, tellingPart } from './delivery/emit.ts';
export { type Delivered, type Listener, listen, listenOutside, onJob, subscribe } from './delivery/listen.ts';
export { listNews, type NewsLine } from './delivery/news.ts';
export { listFailedDeliveries, type OpenDelivery, tryDeliveryAgain } from './delivery/parked.ts';
export { joinParts, type Part, runParts } from './delivery/parts.ts';
export { startWorker, type Worker } from './delivery/worker.ts';
export { addHealth } from './health.ts';
export { type App, type AppOptions, buildApp, mayCall } from './http/app.ts';
export { type Language, languageCookie, languageOf, type Sentence } from './http/language.ts';
export { type ApiDescription, describeApi, type ServedRoute } from './http/openapi.ts';
export {
  houseProblems,
  type PageOfError,
  type Problem,
  type Problems,
  problemBody,
  sendProblem,
  writeProblem,
} from './http/problems.ts';
export { type Arriving, readFiles } from './http/read-files.ts';
export { type Asked, refuseForeignOrigin, serve, serveAtOnce } from './http/serve.ts';
export { type Landed, type NoFile, serveFile } from './http/serve-file.ts';
export { serveUnkept } from './http/serve-unkept.ts';
export { isStorable, toStorable } from './http/validate.ts';
export { createLog } from './log.ts';
export { addMetrics } from './metrics.ts';
export { DatabaseNewer, findNewer, type MigrationSource, migrate } from './migrate.ts';
export { type Module, platformModule, type Reading, type Stored, withRequired } from './module.ts';
export { openFolder, openHome } from './open-folder.ts';
export { OperatorError } from './operator-error.ts';
export { type Postgres, startPostgres } from './postgres/index.ts';
export { addRateLimits, type Limits, usualLimits } from './rate-limit.ts';
export { type RecurringJob, recurringListeners, scheduleRecurring, slotId } from './recurring.ts';
export { type AtOnce, runAtOnce, writeInside } from './run-at-once.ts';
export { deriveKeys, findingHash, isSealedByNewest, type Keys, seal, unseal } from './sealing.ts';
export {
  folderStorage,
  openStorage,
  type Storage,
  StorageAway,
  StorageFull,
  s3Storage,
  watchStorage,
} from './storage/index.ts';
export { together } from './together.ts';
export { inRead, keepSoFar, retrying, type Setting, transact } from './transact.ts';

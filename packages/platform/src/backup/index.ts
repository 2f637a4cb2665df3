export { type Backing, makeBackup, type Step } from './make-backup.ts';
export { BackupError, type Manifest, readManifest } from './manifest.ts';
export { type Restoring, restoreBackup } from './restore-backup.ts';

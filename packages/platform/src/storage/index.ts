import { folderStorage } from './folder.ts';
import { s3Storage } from './s3.ts';
import type { Storage } from './storage.ts';

export { type Storage, StorageAway, StorageFull } from './storage.ts';
export { watchStorage } from './watch-storage.ts';
export { folderStorage, s3Storage };

/** A folder's path, or an `s3://` address. */
export const openStorage = (address: string): Storage =>
  address.startsWith('s3://') ? s3Storage(address) : folderStorage(address);

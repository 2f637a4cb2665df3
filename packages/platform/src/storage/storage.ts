import type { Readable } from 'node:stream';

/**
 * Where the bytes of files lie. Names are made by the program (content hashes); nothing in them comes from people. What
 * the place itself fails at is thrown as `StorageAway`, with the fault as its cause.
 */
export type Storage = {
  /** Writes whole or not at all. Throws `StorageFull` where no room is left, and what broke the bytes where they broke. */
  write(name: string, bytes: Readable): Promise<void>;
  /** Throws where nothing has that name. */
  read(name: string): Promise<Readable>;
  exists(name: string): Promise<boolean>;
  /** Removing what is not there is no error: an erasing job may run twice. */
  remove(name: string): Promise<void>;
  /** Every name, for backup. */
  list(): AsyncIterable<string>;
};

/** It does not do its work now: away, too busy, or closed to us. */
export class StorageAway extends Error {}

/** It takes nothing more: a full disk, a quota reached. */
export class StorageFull extends StorageAway {}

/** Guards every storage against a name that could leave its folder. */
export function checkName(name: string): string {
  if (!/^[a-z0-9][a-z0-9/._-]{0,200}$/.test(name) || name.includes('..')) throw new Error('unusable storage name');
  return name;
}

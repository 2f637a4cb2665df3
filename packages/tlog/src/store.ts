export type StoredFile = { path: string; bytes: Uint8Array };

/**
 * Where a log keeps its files, addressed by the paths of C2SP tlog-tiles. When `write` resolves, every file of the
 * call is durable; a crash before leaves each of them old or new, never torn. Calls are ordered by the caller.
 */
export type TlogStore = {
  read(path: string): Promise<Uint8Array | undefined>;
  write(files: readonly StoredFile[]): Promise<void>;
};

/** A store that lives as long as the process, for tests, benchmarks and throwaway logs. */
export function memoryStore(): TlogStore & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    read: async (path) => files.get(path),
    write: async (written) => {
      for (const { path, bytes } of written) files.set(path, bytes);
    },
  };
}

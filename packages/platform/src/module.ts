import type { Tx } from './database.ts';
import type { Listener } from './delivery/listen.ts';
import type { App } from './http/app.ts';
import type { MigrationSource } from './migrate.ts';
import type { RecurringJob } from './recurring.ts';
import type { Setting } from './transact.ts';

/** A number at `/metrics`, asked anew at every look: every few seconds, so it must be bounded. */
export type Reading = {
  /** `zhengtong_…`, as Prometheus writes names; unique in the house. */
  readonly name: string;
  readonly help: string;
  /** A `counter` only rises while the program runs. */
  readonly kind: 'gauge' | 'counter';
  readonly read: (setting: Setting) => number | Promise<number>;
};

/** One bounded context as the composition root sees it. Its name is its PostgreSQL schema. */
export type Module = MigrationSource & {
  /** The modules it asks; they are migrated before it. */
  readonly requires?: readonly Module[];
  readonly routes?: (app: App) => void;
  readonly listeners?: readonly Listener[];
  readonly recurring?: readonly RecurringJob[];
  /** What its rows say lies in the storage now: a backup looks whether it is there. */
  readonly listStored?: (tx: Tx) => Promise<Stored[]>;
  readonly readings?: readonly Reading[];
};

/** A row that names bytes in the storage. */
export type Stored = { readonly id: string; readonly storedAs: string };

/** The platform's own tables, before all others. */
export const platformModule: MigrationSource = {
  name: 'platform',
  migrations: new URL('../migrations/', import.meta.url),
};

/** Modules with everything they stand on, lowest first, each once. */
export function withRequired(modules: readonly Module[]): Module[] {
  const found = new Map<string, Module>();
  const visit = (module: Module): void => {
    if (found.has(module.name)) return;
    module.requires?.forEach(visit);
    found.set(module.name, module);
  };
  modules.forEach(visit);
  return [...found.values()];
}

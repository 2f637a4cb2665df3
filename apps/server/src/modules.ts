import type { Actor, App, Config, Module, PageOfError, Setting, Storage } from '@zhengtong/platform';
import { nobody } from '@zhengtong/platform';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';

/** What the composition is made from. */
export type Materials = {
  readonly config: Config;
  readonly setting: Setting;
  readonly storage: Storage;
  readonly log: FastifyBaseLogger;
};

export type Composed = {
  /** The table of contents of the whole system. */
  readonly modules: readonly Module[];
  authenticate(request: FastifyRequest): Promise<Actor>;
  readonly pageOfError?: PageOfError;
  /** Portal, console, API pages. */
  addPages(app: App): Promise<void>;
  /** Loads the demo city where it may; answers what to print about it. */
  prepareDemo(isEmbedded: boolean): Promise<readonly string[]>;
};

export function composeHouse(_materials: Materials): Composed {
  return {
    modules: [],
    authenticate: async () => nobody,
    addPages: async () => {},
    prepareDemo: async () => [],
  };
}

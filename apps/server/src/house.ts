import { isHouseEmpty } from '@zhengtong/identity';
import { toInstant } from '@zhengtong/kernel';
import {
  type App,
  addHealth,
  addMetrics,
  addRateLimits,
  buildApp,
  type Config,
  connect,
  createLog,
  type Database,
  findNewer,
  migrate,
  openStorage,
  type Postgres,
  platformModule,
  recurringListeners,
  type Setting,
  scheduleRecurring,
  startPostgres,
  startWorker,
  subscribe,
  usualLimits,
  type Worker,
  watchStorage,
  withRequired,
} from '@zhengtong/platform';
import { checkKeys } from './check-keys.ts';
import { checkPlaces } from './check-places.ts';
import { answerOnlyHere } from './demo/answer-only-here.ts';
import { demoCityPhone } from './demo/demo-phone.ts';
import { buildDemo, describeDemo, hasDemo, readDemoSecrets } from './demo/prepare-demo.ts';
import { loadKeys } from './keys.ts';
import { listGaps } from './list-gaps.ts';
import { composeHouse } from './modules.ts';
import { claimFolder } from './one-program.ts';
import { prepareFiles } from './prepare-files.ts';
import { probePort } from './probe-port.ts';
import { settleYears } from './settle-years.ts';

export type House = {
  readonly config: Config;
  readonly app: App;
  readonly setting: Setting;
  readonly database: Database;
  /** Whether this is the demo city: embedded database on loopback that was empty at its first start. */
  readonly demo: readonly string[];
  readonly postgres: Postgres | undefined;
  /** National years that wait for the operator's word. */
  readonly waitingYears: readonly number[];
  /** What is not set up and keeps people from doing things; nothing in the demonstration city. */
  readonly gaps: readonly string[];
  /** What the database has and this program has not, though it can bear it. */
  readonly newer: string | undefined;
  close(): Promise<void>;
};

/** Starts everything in order and answers how to stop it; what was started is stopped again when a later part fails. */
export async function openHouse(config: Config): Promise<House> {
  const undo: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    undo.push(await claimFolder(config.home));
    await probePort(config);
    await checkPlaces(config);
    await prepareFiles(config.filesAt);
    const keys = loadKeys(config);
    const postgres = config.databaseUrl ? undefined : await startPostgres({ home: config.home, watch: true });
    if (postgres) undo.push(() => postgres.stop());
    const database = await connect(config.databaseUrl ?? (postgres as Postgres).url, {
      connections: 24,
      isNaming: config.isNaming,
    });
    undo.push(() => database.close());
    const setting: Setting = { db: database.db, keys, now: () => toInstant(Date.now()) };
    const log = createLog(config.logLevel);
    const isFresh = await isHouseEmpty({ tx: database.db });
    if (!isFresh) await checkKeys({ tx: database.db, keys });
    const isDemo = postgres !== undefined && isLoopback(config) && (isFresh || hasDemo(config));
    const demoPhone = isDemo ? demoCityPhone(() => readDemoSecrets(config)) : undefined;
    const { storage, failures } = watchStorage(openStorage(config.filesAt), log);
    const composed = composeHouse({ config, setting, storage, demoPhone });
    const modules = withRequired(composed.modules);
    await migrate(database.db, [platformModule, ...modules]);
    const newer = await findNewer(database.db, [platformModule, ...modules]);
    const recurring = modules.flatMap((module) => module.recurring ?? []);
    const listeners = [...modules.flatMap((module) => module.listeners ?? []), ...recurringListeners(recurring)];
    // Whatever the role: what this process tells must find its subscribers.
    await subscribe(database.db, listeners);
    await scheduleRecurring(setting, recurring);
    const waitingYears = await settleYears(setting);
    if (isDemo && isFresh) await buildDemo(config, setting, composed.files);

    let worker: Worker | undefined;
    let draining = false;
    const app = await buildApp({
      setting,
      logger: log,
      authenticate: composed.authenticate,
      wake: () => worker?.wake(),
      pageOfError: composed.pageOfError,
      trustProxy: config.trustProxy,
      isSecure: config.publicUrl.startsWith('https:'),
    });
    if (isDemo) answerOnlyHere(app);
    await addRateLimits(app, usualLimits);
    addMetrics(app, config.metricsFrom, [failures, ...modules.flatMap((module) => module.readings ?? [])]);
    addHealth(app, () => draining);
    // A worker answers the machine that watches over it, and nobody else.
    if (config.role !== 'worker') {
      for (const module of modules) module.routes?.(app);
      await composed.addPages(app);
    }
    if (config.role !== 'web') {
      const onFault = (fault: unknown) => log.error({ err: fault }, 'delivery failed');
      worker = startWorker({ setting, listeners, onFault });
      undo.push(() => worker?.stop());
    }
    undo.push(() => app.http.close());
    undo.push(() => {
      draining = true;
    });
    await app.http.listen({ host: config.host, port: config.port });
    const lines = isDemo ? describeDemo(config) : [];
    const gaps = isDemo ? [] : await listGaps(config, database.db);
    return { config, app, setting, database, demo: lines, postgres, waitingYears, gaps, newer, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A demonstration that strangers can reach would hand out accounts: only on this machine. */
const isLoopback = ({ host, publicUrl }: Config): boolean =>
  /^(localhost|127\.|::1)/.test(host) && /^http:\/\/(localhost|127\.|\[::1\])/.test(publicUrl);

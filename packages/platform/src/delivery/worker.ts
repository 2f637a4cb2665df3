import { sql } from 'kysely';
import { retrying, type Setting } from '../transact.ts';
import { deliverNext, type Handed } from './deliver.ts';
import type { Delivered, Listener } from './listen.ts';

export type Worker = {
  /** Something was told: look now instead of at the next tick. */
  wake(): void;
  /** Works until nothing due is left; for tests and for draining. Answers how many deliveries were tried. */
  drain(): Promise<number>;
  /** Finishes what is in hand and stops. */
  stop(): Promise<void>;
};

/** How long news is waited for to go with others: nobody notices it in a letter. */
const gatherMs = 50;

export type WorkerOptions = {
  readonly setting: Setting;
  readonly listeners: readonly Listener[];
  readonly lanes?: number;
  readonly pollMs?: number;
  onFault(fault: unknown, event?: Delivered, subscriber?: string): void;
};

/** Works off deliveries until stopped. Waking is a hint; the clock decides, so a lost hint costs `pollMs` at most. */
export function startWorker({ setting, listeners, lanes = 4, pollMs = 500, onFault }: WorkerOptions): Worker {
  const bySubscriber = new Map(listeners.map((listener) => [listener.subscriber, listener]));
  let stopping = false;
  let rouse = () => {};

  /** `isPatient`: what is told while the last few are handed over is gathered, too, before the next look. */
  async function drain(isPatient = false): Promise<number> {
    let all = 0;
    for (const divisionCode of await listDivisionsDue(setting, [...bySubscriber.keys()])) {
      for (let handed: Handed = { tried: 1, isMore: false }; handed.tried > 0 && !stopping; all += handed.tried) {
        handed = await retrying(() => deliverNext(setting, bySubscriber, divisionCode, onFault));
        // More than one pair of hands can do: one colleague comes along.
        if (handed.isMore) rouse();
        else if (isPatient && handed.tried > 0) await new Promise((resolve) => setTimeout(resolve, gatherMs));
      }
    }
    return all;
  }

  async function lane(): Promise<void> {
    while (!stopping) {
      const tried = await drain(true).catch((fault) => {
        onFault(fault);
        return 0;
      });
      if (tried === 0 && !stopping) await sleep();
    }
  }

  const sleepers = new Set<() => void>();
  rouse = () => [...sleepers][0]?.();
  // Every command tells something. What is told within a few milliseconds goes together, one lane suffices for most.
  let gathering: NodeJS.Timeout | undefined;
  function gather(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      rouse();
    }, gatherMs);
  }
  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, pollMs);
      sleepers.add(done);
    });
  }

  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    wake: gather,
    drain: () => drain(),
    async stop() {
      stopping = true;
      clearTimeout(gathering);
      for (const wake of [...sleepers]) wake();
      await running;
    },
  };
}

async function listDivisionsDue(setting: Setting, subscribers: string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct division_code as code from platform.deliveries
    where done_at is null and parked_at is null and not_before <= ${setting.now()} and subscriber = any(${subscribers})
    limit 1000`.execute(setting.db);
  return rows.map((row) => row.code);
}

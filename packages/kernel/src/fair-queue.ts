type Turn = () => Promise<void>;

/**
 * So many pieces of work at a time, whoever asks in turn: who brings twenty long ones waits for themselves, and everybody
 * else for one of theirs at most.
 */
export class FairQueue {
  readonly #atOnce: number;
  readonly #waiting = new Map<string, Turn[]>();
  #running = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** How many pieces of one asker have not begun. */
  countOf = (asker: string): number => this.#waiting.get(asker)?.length ?? 0;

  /** How many pieces of all askers have not begun. */
  countAll = (): number => this.#waiting.values().reduce((sum, turns) => sum + turns.length, 0);

  add<T>(asker: string, work: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const turns = this.#waiting.get(asker) ?? [];
    turns.push(() => work().then(resolve, reject));
    this.#waiting.set(asker, turns);
    this.#begin();
    return promise;
  }

  #begin(): void {
    while (this.#running < this.#atOnce) {
      const next = this.#waiting.entries().next().value;
      if (!next) return;
      const [asker, [turn, ...rest]] = next;
      this.#toTheEnd(asker, rest);
      this.#running++;
      void turn?.().finally(() => {
        this.#running--;
        // Behind those who came while it was at work.
        this.#toTheEnd(asker, this.#waiting.get(asker) ?? []);
        this.#begin();
      });
    }
  }

  #toTheEnd(asker: string, turns: Turn[]): void {
    this.#waiting.delete(asker);
    if (turns.length > 0) this.#waiting.set(asker, turns);
  }
}

type Turn = () => Promise<void>;

/**
 * One piece of work at a time, people in turn: whoever sent twenty files that take long to draw waits for themselves, and
 * everybody else for one of theirs at most.
 */
export class FairQueue {
  readonly #waiting = new Map<string, Turn[]>();
  #isBusy = false;

  /** How many wait or are at work for one person. */
  countOf = (owner: string): number => this.#waiting.get(owner)?.length ?? 0;

  add<T>(owner: string, work: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const turns = this.#waiting.get(owner) ?? [];
    turns.push(() => work().then(resolve, reject));
    this.#waiting.set(owner, turns);
    void this.#run();
    return promise;
  }

  async #run(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next = this.#first(); next; next = this.#first()) {
      const [owner, turns] = next;
      await turns[0]?.();
      turns.shift();
      // To the end of the row, with what is left.
      this.#waiting.delete(owner);
      if (turns.length > 0) this.#waiting.set(owner, turns);
    }
    this.#isBusy = false;
  }

  #first = (): [string, Turn[]] | undefined => this.#waiting.entries().next().value;
}

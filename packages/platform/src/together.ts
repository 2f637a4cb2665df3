type Answers<Asks extends readonly unknown[]> = { -readonly [At in keyof Asks]: Awaited<Asks[At]> };

/**
 * Asks at the same time what does not wait for one another; the answers stand in the order of the asks. Fails as the first
 * of them that failed, but not before the last one is done: in a transaction Kysely lets them take turns on its one
 * connection, and who asked on after the rollback would ask on a connection that is somebody else's by then; in a read, what
 * it was still shown would be noted after the note was written.
 */
export async function together<const Asks extends readonly unknown[]>(...asks: Asks): Promise<Answers<Asks>> {
  const ends = await Promise.allSettled(asks);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as Answers<Asks>;
}

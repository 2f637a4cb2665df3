/**
 * What is the same for everybody and changes seldom (life events, departments, halls) is asked once in a while, not for
 * every visitor. Many at once wait for one asking; one that fails is not kept.
 */
export function rememberFor<T>(ms: number, load: () => Promise<T>): () => Promise<T> {
  let kept: { readonly until: number; readonly value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (kept && now < kept.until) return kept.value;
    const value = load();
    kept = { until: now + ms, value };
    value.catch(() => {
      kept = undefined;
    });
    return value;
  };
}

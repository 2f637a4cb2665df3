/** The known name closest to what was written, or null when none is close (at most a third of the characters differ). */
export function nearestName(written: string, known: Iterable<string>): string | null {
  const wanted = [...written.toLowerCase()].slice(0, 60);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    const letters = [...name.toLowerCase()].slice(0, 60);
    if (Math.abs(letters.length - wanted.length) > bestDistance) continue;
    const distance = editDistance(wanted, letters);
    // Of two equally near the one that begins alike: a slip of the hand comes late in a word more often than at its start.
    const isNearer =
      distance < bestDistance ||
      (distance === bestDistance &&
        best !== null &&
        letters[0] === wanted[0] &&
        [...best.toLowerCase()][0] !== wanted[0]);
    // Two single characters always differ by one: that is no likeness.
    if (isNearer && distance < Math.max(wanted.length, letters.length)) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Damerau–Levenshtein (neighbouring letters swapped count once), because swaps are the commonest slip of the hand. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

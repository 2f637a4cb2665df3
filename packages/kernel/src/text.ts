/** At most so many units of a text, never half a character: half of one is no text, and addresses and rows refuse it. */
export function cutText(text: string, most: number): string {
  const isHalved = text.length > most && /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return text.slice(0, isHalved ? most - 1 : most);
}

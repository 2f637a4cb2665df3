/**
 * The library takes ASCII ids alone, while XML allows `id="条件一"`: other characters travel as `_x6761_`. Ids stand in `id`
 * and behind the `#` of `href` attributes.
 */
export function encodeId(id: string): string {
  const plain = id.replace(/[^\w.#:/-]/gu, (character) => `_x${(character.codePointAt(0) ?? 0).toString(16)}_`);
  return /^[\d.-]/.test(plain) ? `_x_${plain}` : plain;
}

export function decodeId(id: string): string {
  const whole = id.replace(/^_x_/, '');
  return whole.replace(/_x([0-9a-f]{1,6})_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** The href with its id written as the library takes it. */
export function encodeHref(href: string): string {
  const idFrom = href.lastIndexOf('#') + 1;
  return href.slice(0, idFrom) + encodeId(href.slice(idFrom));
}

export function decodeHref(href: string): string {
  const idFrom = href.lastIndexOf('#') + 1;
  return href.slice(0, idFrom) + decodeId(href.slice(idFrom));
}

/** What may be handed in, by content. Anything a browser could run on our pages is not among it. */
export const acceptedKinds: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/ofd': 'ofd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

export const mostBytes = 20 * 1_048_576;

/** An upload nobody puts to a case is erased after two days. */
export const looseMs = 2 * 86_400_000;

/** The name a person gave, without paths, controls and marks that turn the reading direction; at most 120 characters. */
export function tidyFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  return [...plain].slice(-120).join('') || 'file';
}

/**
 * The name a file is saved under: it ends as its content does. What is a PDF and reads as a page too would otherwise, sent
 * as `x.html`, run on the officer's machine when it is opened there.
 */
export function nameForSaving(name: string, mediaType: string): string {
  const ending = acceptedKinds[mediaType] ?? 'bin';
  const isFitting = new RegExp(`\\.(${ending === 'jpg' ? 'jpe?g' : ending})$`, 'i').test(name);
  return isFitting ? name : `${name}.${ending}`;
}

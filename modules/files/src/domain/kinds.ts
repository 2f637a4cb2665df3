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

/** What a question takes where it says nothing: a paper or a photo of one. */
export const usualAccept = '.pdf,.jpg,.jpeg,.png';

const byEnding: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.ofd': 'application/ofd',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const listed = (accept: string): string[] =>
  accept
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');

/** Whether content of this kind is among what an `accept` list names: endings, media types, `image/*`. */
export const isAccepted = (accept: string, mediaType: string): boolean =>
  listed(accept).some((one) =>
    one.endsWith('/*') ? mediaType.startsWith(one.slice(0, -1)) : (byEnding[one] ?? one) === mediaType,
  );

/** The list as a person reads it: "PDF、JPG、PNG". */
export const sayAccepted = (accept: string, joint: string): string =>
  Object.keys(byEnding)
    .filter((ending) => ending !== '.jpeg' && isAccepted(accept, byEnding[ending] ?? ''))
    .map((ending) => ending.slice(1).toUpperCase())
    .join(joint);

import type { Question } from '../../definition/definition.ts';
import { bad, type Checked, type FormContext, good, type JsonSchema, type Kind } from '../kind.ts';
import { isBlank, readTexts } from '../typed.ts';
import { isAccepted, sayAccepted, usualAccept } from './accepted.ts';

const idPattern = /^[A-Za-z0-9_-]{8,64}$/;

/** Ids of files already received: the bytes travel by a road of their own. One file unless `maxItems` says more. */
export function check(
  typed: unknown,
  { minItems = 1, maxItems = 1, accept = usualAccept }: Question,
  { findFile }: FormContext,
): Checked {
  const given = typeof typed === 'string' ? [typed] : typed;
  if (!Array.isArray(given) || !given.every((id) => typeof id === 'string' && idPattern.test(id)))
    return bad('not-a-file', '请重新上传文件。', 'Send the file again.');
  const ids = [...new Set(given as string[])];
  for (const id of findFile ? ids : []) {
    const file = findFile?.(id);
    if (!file) return bad('unknown-file', '找不到这个文件，请重新上传。', 'The file is not here: send it again.');
    // It was looked at when the answers were filed: its end makes none of them wrong.
    if (file.state === 'erased') continue;
    if (file.state === 'refused')
      return bad(
        'refused-file',
        `“${file.name}”未通过检查，请换一个文件。`,
        `"${file.name}" did not pass: send another.`,
      );
    // By what it is, not by what its name says.
    if (file.mediaType && !isAccepted(accept, file.mediaType))
      return bad(
        'wrong-kind',
        `“${file.name}”不是这里收的文件。这里只收 ${sayAccepted(accept, '、')}。`,
        `"${file.name}" is not a kind of file taken here: ${sayAccepted(accept, ', ')}.`,
      );
  }
  if (ids.length < minItems) return bad('too-few', `至少上传 ${minItems} 个文件。`, `Send at least ${minItems} files.`);
  if (ids.length > maxItems) return bad('too-many', `最多上传 ${maxItems} 个文件。`, `Send at most ${maxItems} files.`);
  return good(ids);
}

export const schemaOf = ({ minItems = 1, maxItems = 1 }: Question): JsonSchema => ({
  type: 'array',
  items: { type: 'string', pattern: idPattern.source },
  uniqueItems: true,
  minItems: Math.max(1, minItems),
  maxItems,
});

export const fileIds = (typed: unknown): readonly string[] =>
  (Array.isArray(typed) ? typed : [typed]).filter((id): id is string => typeof id === 'string' && id !== '');

export const reading: Pick<Kind, 'read' | 'write' | 'isEmpty'> = {
  read: (post, name) => readTexts(post, name)?.filter((id) => id !== ''),
  write: (value, name) => fileIds(value).map((id): [string, string] => [name, id]),
  isEmpty: (typed) => isBlank(typed) || (Array.isArray(typed) && typed.every((id) => id === '')),
};

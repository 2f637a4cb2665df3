import type { Result } from '@zhengtong/kernel';
import type { Sheet } from '@zhengtong/ofd';
import { type Actor, inRead, type Setting } from '@zhengtong/platform';
import type { CaseRef } from '../store-cases.ts';
import { composeLetter } from './compose-letter.ts';
import type { Letter, LetterKind } from './letter.ts';
import { type LetterRefusal, readLetterForStaff, readOwnLetter } from './read-letter.ts';

/** Makes a file of a sheet. The port behind which another renderer, one that seals, can stand. */
export type LetterRenderer = (sheet: Sheet) => Promise<Uint8Array>;

export type RenderedLetter = { readonly bytes: Uint8Array; readonly title: string; readonly number: string };

type Printing = { readonly renderer: LetterRenderer; readonly publicUrl: string };

/** The applicant's own letter as a file. Read first, drawn after: no connection waits for fonts. */
export async function renderLetter(
  setting: Setting,
  actor: Actor,
  asked: { readonly caseId: string; readonly kind: LetterKind },
  printing: Printing,
): Promise<Result<RenderedLetter, LetterRefusal>> {
  return print(await inRead(setting, actor, (ctx) => readOwnLetter(ctx, asked.caseId, asked.kind)), printing);
}

/** The same letter for an officer who may see the case. */
export async function renderLetterForStaff(
  setting: Setting,
  actor: Actor,
  asked: CaseRef & { readonly kind: LetterKind },
  printing: Printing,
): Promise<Result<RenderedLetter, LetterRefusal>> {
  return print(await inRead(setting, actor, (ctx) => readLetterForStaff(ctx, asked, asked.kind)), printing);
}

async function print(
  read: Result<Letter, LetterRefusal>,
  { renderer, publicUrl }: Printing,
): Promise<Result<RenderedLetter, LetterRefusal>> {
  if (!read.ok) return read;
  const sheet = composeLetter(read.value, publicUrl);
  return { ok: true, value: { bytes: await renderer(sheet), title: sheet.title, number: read.value.number } };
}
